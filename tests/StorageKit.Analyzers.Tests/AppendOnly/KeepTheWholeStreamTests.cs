using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>The fix of SK1005: what it writes, and where it is not offered.</summary>
public sealed class KeepTheWholeStreamTests() : StoreRuleTests(new RedisKeyMustOnlyGrow())
{
    CodeFixHarness Fix => new(Analyzer, new KeepTheWholeStream());

    static string Redis(string emit) => "using StackExchange.Redis;\n" + Sink(emit, "", "IDatabase redis, int max, TimeSpan keep");

    [Theory]
    [InlineData(
        "await [|redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson(), maxLength: 1000)|];",
        "await redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson());")]
    [InlineData(
        "await [|redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson(), maxLength: max, useApproximateMaxLength: true)|];",
        "await redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson());")]
    public Task A_stream_with_a_cap(string before, string after) => Fix.VerifyAsync(Redis(before), Redis(after));

    [Theory]
    [InlineData("await [|redis.StreamAddAsync(\"audit\", new NameValueEntry[] { new(\"e\", entry.ToJson()) }, null, max, true)|];")]
    [InlineData("await redis.ListRightPushAsync(\"audit\", entry.ToJson()); await [|redis.ListTrimAsync(\"audit\", -max, -1)|];")]
    public Task Nothing_for_other_ways_to_shrink(string emit) => Fix.VerifyNoFixAsync(Redis(emit));
}
