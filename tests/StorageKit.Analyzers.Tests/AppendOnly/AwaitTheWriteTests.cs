using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>The fix of SK1010: what it writes, and where it is not offered.</summary>
public sealed class AwaitTheWriteTests() : StoreRuleTests(new SuccessNeedsADurableWrite())
{
    CodeFixHarness Fix => new(Analyzer, new AwaitTheWrite());

    [Theory]
    [InlineData("_ = [|repository.SaveAsync(entry, default)|];", "await repository.SaveAsync(entry, default);")]
    [InlineData("[|repository.SaveAsync(entry, default)|];", "await repository.SaveAsync(entry, default);")]
    public Task A_task_that_nobody_waits_for(string before, string after) => Fix.VerifyAsync(
        "#pragma warning disable CS4014\n" + Emit(before), "#pragma warning disable CS4014\n" + Emit(after));

    [Fact]
    public Task Not_where_nothing_can_be_awaited() => Fix.VerifyNoFixAsync(Sink("""
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            _ = [|repository.SaveAsync(entry, cancellationToken)|];
            return default;
        }
        """));

    [Fact]
    public Task Not_for_a_setting() => Fix.VerifyNoFixAsync(Emit("""
        if (![|options.Enabled|]) return;
        await repository.SaveAsync(entry, cancellationToken);
        """));
}
