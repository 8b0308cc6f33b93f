using StorageKit.Analyzers.Records;
using StorageKit.CodeFixes.Records;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>The fix of SK3008: what it writes, and where it is not offered.</summary>
public sealed class AwaitInsteadOfBlockingTests() : StoreRuleTests(new AsyncMemberMustNotBlock())
{
    CodeFixHarness Fix => new(Analyzer, new AwaitInsteadOfBlocking());

    [Theory]
    [InlineData(
        "return (ulong)[|redis.StringIncrementAsync(key, 1).Result|];",
        "return (ulong)await redis.StringIncrementAsync(key, 1);")]
    [InlineData("[|redis.KeyExpireAsync(key, window).Wait()|]; return amount;", "await redis.KeyExpireAsync(key, window); return amount;")]
    [InlineData(
        "return (ulong)[|redis.StringIncrementAsync(key, 1).ConfigureAwait(false).GetAwaiter().GetResult()|];",
        "return (ulong)await redis.StringIncrementAsync(key, 1).ConfigureAwait(false);")]
    [InlineData(
        "var text = [|redis.StringIncrementAsync(key, 1).Result|].ToString(); return amount + (ulong)text.Length;",
        "var text = (await redis.StringIncrementAsync(key, 1)).ToString(); return amount + (ulong)text.Length;")]
    [InlineData(
        "[|Task.WaitAll(redis.StringIncrementAsync(key, 1), redis.KeyExpireAsync(key, window))|]; return amount;",
        "await Task.WhenAll(redis.StringIncrementAsync(key, 1), redis.KeyExpireAsync(key, window)); return amount;")]
    [InlineData(
        "[|redis.KeyExpireAsync(key, window).Wait()|]; return (ulong)[|redis.StringIncrementAsync(key, 1).Result|] + 1;",
        "await redis.KeyExpireAsync(key, window); return (ulong)await redis.StringIncrementAsync(key, 1) + 1;")]
    [InlineData(
        "return await Add(); async Task<ulong> Add() { await Task.Yield(); return (ulong)[|redis.StringIncrementAsync(key, 1).Result|]; }",
        "return await Add(); async Task<ulong> Add() { await Task.Yield(); return (ulong)await redis.StringIncrementAsync(key, 1); }")]
    public Task A_task_in_an_async_function(string before, string after) =>
        Fix.VerifyAsync(Increment(before), Increment(after));

    [Theory]
    [InlineData("[|redis.KeyExpireAsync(key, window).Wait(1000)|]; return amount;")]
    [InlineData("[|Task.WaitAll([redis.KeyExpireAsync(key, window)], 1000)|]; return amount;")]
    [InlineData("lock (gate) return (ulong)[|redis.StringIncrementAsync(key, 1).Result|];")]
    [InlineData("return Add(); ulong Add() => (ulong)[|redis.StringIncrementAsync(key, 1).Result|];")]
    [InlineData("Func<long> add = () => [|redis.StringIncrementAsync(key, 1).Result|]; return (ulong)add();")]
    [InlineData("try { return (ulong)[|redis.StringIncrementAsync(key, 1).Result|]; } catch (AggregateException e) { throw new InvalidOperationException(\"gone\", e); }")]
    [InlineData("var span = key.AsSpan(); var total = (ulong)[|redis.StringIncrementAsync(key, 1).Result|]; return total + (ulong)span.Length;")]
    public Task Nothing_where_it_would_not_compile_or_not_be_the_same(string statements) =>
        Fix.VerifyNoFixAsync(Increment(statements));
}
