using StorageKit.Analyzers.AtomicCounter;
using StorageKit.CodeFixes.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>The fix of SK2005: what it writes, and where it is not offered.</summary>
public sealed class UpdateWithAddOrUpdateTests() : StoreRuleTests(new CheckAndActMustBeOneCall())
{
    CodeFixHarness Fix => new(Analyzer, new UpdateWithAddOrUpdate());

    [Theory]
    [InlineData(
        "return [|totals[key] += amount|];",
        "return totals.AddOrUpdate(key, amount, (_, stored) => stored + amount);")]
    [InlineData(
        "[|totals[key]++|]; return 0;", "totals.AddOrUpdate(key, 1, (_, stored) => stored + 1); return 0;")]
    [InlineData(
        "return [|++totals[key]|];", "return totals.AddOrUpdate(key, 1, (_, stored) => stored + 1);")]
    [InlineData(
        "ulong stored = 3; return [|totals[key] += stored * 2|];",
        "ulong stored = 3; return totals.AddOrUpdate(key, (stored * 2), (_, storedValue) => storedValue + (stored * 2));")]
    [InlineData(
        "[|totals[key] += amount|]; [|totals[key + 1]++|]; return 0;",
        "totals.AddOrUpdate(key, amount, (_, stored) => stored + amount); "
        + "totals.AddOrUpdate(key + 1, 1, (_, stored) => stored + 1); return 0;")]
    public Task A_sum(string before, string after) => Fix.VerifyAsync(Increment(before), Increment(after));

    [Theory]
    [InlineData("return [|totals[key]++|];")]
    [InlineData("return [|totals[key] += (ulong)Random.Shared.Next()|];")]
    [InlineData("totals.TryGetValue(key, out var n); [|totals[key] = n + amount|]; return n;")]
    [InlineData("return [|totals[key] -= amount|];")]
    public Task Nothing_where_the_value_would_differ(string statements) => Fix.VerifyNoFixAsync(Increment(statements));
}
