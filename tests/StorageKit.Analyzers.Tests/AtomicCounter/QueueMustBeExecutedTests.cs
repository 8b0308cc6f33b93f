using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2017, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class QueueMustBeExecutedTests() : StoreRuleTests(new QueueMustBeExecuted())
{
    [Theory]
    [InlineData("var t = redis.CreateTransaction(); var n = await [|t.StringIncrementAsync(key, (long)amount)|]; await t.ExecuteAsync(); return (ulong)n;")]
    [InlineData("var b = redis.CreateBatch(); await [|b.StringIncrementAsync(key)|].ConfigureAwait(false); b.Execute(); return 0;")]
    [InlineData("ITransaction t = redis.CreateTransaction(); return (ulong)await [|t.HashIncrementAsync(\"h\", key)|];")]
    [InlineData("var old = await redis.StringGetAsync(key); var t = redis.CreateTransaction(); t.AddCondition(Condition.StringEqual(key, old)); _ = t.StringSetAsync(key, (ulong)old + amount); await [|t.ExecuteAsync()|]; return (ulong)old + amount;")]
    [InlineData("var t = redis.CreateTransaction(); t.AddCondition(Condition.StringEqual(key, \"1\")); var n = t.StringIncrementAsync(key); await [|t.ExecuteAsync()|].ConfigureAwait(false); return (ulong)await n;")]
    public Task A_queue_that_is_waited_for_or_not_looked_at(string statements) => Flags(Increment(statements));

    [Theory]
    [InlineData("var t = redis.CreateTransaction(); var n = t.StringIncrementAsync(key, (long)amount); await t.ExecuteAsync(); return (ulong)await n;")]
    [InlineData("var b = redis.CreateBatch(); var n = b.StringIncrementAsync(key); b.Execute(); return (ulong)await n;")]
    [InlineData("while (true) { var old = await redis.StringGetAsync(key); var t = redis.CreateTransaction(); t.AddCondition(Condition.StringEqual(key, old)); _ = t.StringSetAsync(key, (ulong)old + amount); if (await t.ExecuteAsync()) return (ulong)old + amount; }")]
    [InlineData("var t = redis.CreateTransaction(); t.AddCondition(Condition.StringEqual(key, \"1\")); var n = t.StringIncrementAsync(key); var done = await t.ExecuteAsync(); return done ? (ulong)await n : 0;")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key);")]
    [InlineData("var t = redis.CreateTransaction(); _ = t.StringIncrementAsync(key); await t.ExecuteAsync(); return (ulong)await redis.StringGetAsync(key);")]
    public Task A_queue_that_is_executed(string statements) => Accepts(Increment(statements));
}
