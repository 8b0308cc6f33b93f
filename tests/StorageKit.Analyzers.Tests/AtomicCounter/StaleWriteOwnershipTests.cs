using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>A stale write is reported by exactly one rule, whichever lock or transaction is near it.</summary>
public sealed class StaleWriteOwnershipTests() : StoreRuleTests(
    new ReadModifyWriteMustBeOneStep(), new CheckAndActMustBeOneCall(), new CounterFieldMustBeUpdatedAtomically(),
    new LockMustSpanReadAndWrite(), new LockMustExcludeOthers(), new SharedStoreNeedsMoreThanALock(),
    new LockMustBeReleasedOnce(), new EntityMustCarryAToken(), new TransactionMustKeepOthersOut())
{
    [Theory]
    [InlineData("SK2001", "var n = (ulong)redis.StringGet(key) + amount; redis.StringSet(key, n); return n;")]
    [InlineData("SK2001", "return plain[key] = plain.GetValueOrDefault(key) + amount;")]
    [InlineData("SK2005", "return totals[key] = totals.GetOrAdd(key, 0ul) + amount;")]
    [InlineData("SK2007", "return total += amount;")]
    [InlineData("SK2008", "ulong n; lock (gate) n = (ulong)redis.StringGet(key) + amount; redis.StringSet(key, n); return n;")]
    [InlineData("SK2008", "ulong n; lock (gate) n = total + amount; lock (gate) total = n; return n;")]
    [InlineData("SK2008", "ulong n; lock (gate) n = totals.GetOrAdd(key, 0ul); lock (gate) totals[key] = n + amount; return n;")]
    [InlineData("SK2009", "lock (new object()) { var n = (ulong)redis.StringGet(key) + amount; redis.StringSet(key, n); return n; }")]
    [InlineData("SK2009", "lock (new object()) return total += amount;")]
    [InlineData("SK2009", "ulong n; lock (new object()) n = plain.GetValueOrDefault(key); plain[key] = n + amount; return n;")]
    [InlineData("SK2010", "lock (gate) { var n = (ulong)redis.StringGet(key) + amount; redis.StringSet(key, n); return n; }")]
    [InlineData("SK2010", "lock (gate) lock (new Dictionary<int, int>().Count == 0 ? gate : plain) { var n = (ulong)redis.StringGet(key) + amount; redis.StringSet(key, n); return n; }")]
    [InlineData("SK2013", "using var t = connection.BeginTransaction(); var n = await connection.ExecuteScalarAsync<ulong>(\"SELECT n FROM c WHERE k = @key\", new { key }); await connection.ExecuteAsync(\"UPDATE c SET n = @n WHERE k = @key\", new { key, n = n + amount }); return n;")]
    [InlineData("SK2011", "mutex.Wait(); var n = plain[key] = plain.GetValueOrDefault(key) + amount; mutex.Release(); return n;")]
    [InlineData("", "lock (gate) return total += amount;")]
    [InlineData("", "lock (gate) return plain[key] = plain.GetValueOrDefault(key) + amount;")]
    [InlineData("", "return Locked(() => total += amount);")]
    [InlineData("", "return await Queue.Run(() => plain[key] = plain.GetValueOrDefault(key) + amount, gate) ? 1 : 2ul;")]
    public async Task One_rule_reports_it(string id, string statements)
    {
        var source = Increment(statements, """
            ulong total;
            T Locked<T>(Func<T> read) { lock (gate) return read(); }
            static class Queue { public static Task<bool> Run(Func<ulong> work, object gate) { lock (gate) work(); return Task.FromResult(true); } }
            """);
        TestCompilation.AssertNoDiagnostics(Analyzer.Compile(source));

        var found = await Analyzer.AnalyzeAsync(source);

        Assert.Equal(id.Length == 0 ? [] : [id], found.Select(diagnostic => diagnostic.Id).Distinct());
    }
}
