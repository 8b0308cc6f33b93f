using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2016, code that breaks the rule and code that looks like it.</summary>
public sealed class NumbersMustKeepTheirRangeTests() : StoreRuleTests(new NumbersMustKeepTheirRange())
{
    const string Members = """
        readonly ConcurrentDictionary<string, uint> small = new();
        readonly ConcurrentDictionary<string, double> rough = new();
        Task<long> AddAsync(string key, long n) => redis.StringIncrementAsync(key, n);
        Task<long> AddMarkedAsync(string key, ulong n) => redis.StringIncrementAsync(key, [|(int)n|]);
        static long Fit(ulong n) => n > int.MaxValue ? throw new ArgumentOutOfRangeException(nameof(n)) : (int)n;
        """;

    static string With(string statements) => Increment(
        statements,
        statements.Contains("AddMarkedAsync", StringComparison.Ordinal) ? Members : Members.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, [|(int)amount|]);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, [|(uint)amount|]);")]
    [InlineData("var n = [|(int)amount|]; return (ulong)await redis.StringIncrementAsync(key, n);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, [|Convert.ToInt32(amount)|]);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (long)[|(double)amount|]);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, [|amount|]);")]
    [InlineData("return (ulong)await AddAsync(key, [|(int)amount|]);")]
    [InlineData("return (ulong)await AddMarkedAsync(key, amount);")]
    [InlineData("return small.AddOrUpdate(key, [|(uint)amount|], (_, n) => n + 1);")]
    [InlineData("return small.AddOrUpdate(key, 1u, (_, n) => n + [|(uint)amount|]);")]
    [InlineData("return (ulong)rough.AddOrUpdate(key, [|amount|], (_, n) => n + 1);")]
    [InlineData("return (ulong)(long)await redis.ScriptEvaluateAsync(\"return redis.call('INCRBY', KEYS[1], ARGV[1])\", [key], [[|(int)amount|]]);")]
    [InlineData("var r = await connection.ExecuteScalarAsync<long>(\"UPDATE c SET n = n + @n WHERE k = @key RETURNING n\", new { key, n = [|(int)amount|] }); return (ulong)r;")]
    [InlineData("var command = new NpgsqlCommand(\"UPDATE c SET n = n + @n WHERE k = @k\", connection); command.Parameters.AddWithValue(\"n\", [|(int)amount|]); await command.ExecuteNonQueryAsync(cancellationToken); return 1;")]
    public Task An_amount_that_is_narrowed_before_it_is_stored(string statements) => Flags(With(statements));

    [Theory]
    [InlineData("return (ulong)[|(int)(await redis.StringIncrementAsync(key, (long)amount))|];")]
    [InlineData("var total = await redis.StringIncrementAsync(key, (long)amount); var n = [|(int)total|]; return (ulong)n;")]
    [InlineData("return (ulong)[|Convert.ToInt32(await redis.StringIncrementAsync(key, (long)amount))|];")]
    [InlineData("return (ulong)[|(double)(await redis.StringIncrementAsync(key, (long)amount))|];")]
    [InlineData("return (ulong)[|(int)(await redis.ScriptEvaluateAsync(\"return redis.call('INCRBY', KEYS[1], ARGV[1])\", [key], [(long)amount]))|];")]
    [InlineData("var command = new NpgsqlCommand(\"UPDATE c SET n = n + 1 WHERE k = @k RETURNING n\", connection); return (ulong)[|Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken))|];")]
    public Task A_total_that_is_narrowed_before_it_is_returned(string statements) => Flags(With(statements));

    [Theory]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, checked((long)amount));")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, checked((int)amount));")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, Convert.ToInt64(amount));")]
    [InlineData("if (amount > int.MaxValue) throw new ArgumentOutOfRangeException(nameof(amount)); return (ulong)await redis.StringIncrementAsync(key, (int)amount);")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, (ulong)int.MaxValue); return (ulong)await redis.StringIncrementAsync(key, (int)amount);")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, amount is <= int.MaxValue ? (int)amount : throw new OverflowException());")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, Fit(amount));")]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (int)Math.Min(amount, int.MaxValue));")]
    [InlineData("Console.WriteLine((int)amount); return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("var load = (double)amount / 100; if (load > 1) await Task.Delay(1, cancellationToken); return totals.AddOrUpdate(key, amount, (_, n) => n + amount);")]
    [InlineData("var total = await redis.StringIncrementAsync(key, (long)amount); Console.WriteLine((int)total); return (ulong)total;")]
    [InlineData("var total = await redis.StringIncrementAsync(key, (long)amount); return (double)total > 1e6 ? 0 : (ulong)total;")]
    [InlineData("var command = new NpgsqlCommand(\"UPDATE c SET n = n + 1 WHERE k = @k RETURNING n\", connection); return (ulong)(long)(await command.ExecuteScalarAsync(cancellationToken))!;")]
    [InlineData("var command = new NpgsqlCommand(\"UPDATE c SET n = n + 1 WHERE k = @k RETURNING n\", connection); return Convert.ToUInt64(await command.ExecuteScalarAsync(cancellationToken));")]
    [InlineData("var seconds = (int)window.TotalSeconds; var r = await connection.ExecuteScalarAsync<long>(\"UPDATE c SET n = n + @n, t = @seconds WHERE k = @key RETURNING n\", new { key, seconds, n = (long)amount }); return (ulong)r;")]
    [InlineData("return totals.AddOrUpdate(key, amount, (_, n) => n > ulong.MaxValue - amount ? ulong.MaxValue : n + amount);")]
    [InlineData("var shard = (int)(amount % 16); return totals.AddOrUpdate(key + shard, amount, (_, n) => n + amount);")]
    public Task Numbers_that_keep_their_range(string statements) => Accepts(With(statements));

    [Fact]
    public Task A_contract_of_small_numbers_answers_a_small_number() => Accepts("""
        using StorageKit;
        using StackExchange.Redis;
        [StorageContract("tally")] public interface ITally { [AtomicReadModifyWrite] Task<int> AddAsync(string key, int amount); }
        public class Tally(IDatabase redis) : ITally
        {
            public async Task<int> AddAsync(string key, int amount) => (int)await redis.StringIncrementAsync(key, amount);
        }
        """);
}
