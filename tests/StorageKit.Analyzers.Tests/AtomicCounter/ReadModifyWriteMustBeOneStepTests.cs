using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2001, code that breaks the rule.</summary>
public sealed class ReadModifyWriteMustBeOneStepTests() : StoreRuleTests(new ReadModifyWriteMustBeOneStep())
{
    [Fact]
    public Task Redis_get_then_set() => Flags(Increment("""
        var total = (ulong)await redis.StringGetAsync(key) + amount;
        await [|redis.StringSetAsync(key, total, window)|];
        return total;
        """));

    [Fact]
    public Task Redis_hash_get_then_set() => Flags(Increment("""
        var stored = await redis.HashGetAsync("limits", key);
        var total = (ulong)stored + amount;
        await [|redis.HashSetAsync("limits", key, total)|];
        return total;
        """));

    [Theory]
    [InlineData("var total = (ulong)(long)redis.Execute(\"GET\", key) + amount; [|redis.Execute(\"SET\", key, total)|]; return total;")]
    [InlineData("var total = (ulong)await redis.StringGetAsync(key) + amount; await [|redis.ScriptEvaluateAsync(\"return redis.call('SET', KEYS[1], ARGV[1])\", [key], [total])|]; return total;")]
    [InlineData("var total = (ulong)await redis.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", [key]) + amount; await [|redis.StringSetAsync(key, total)|]; return total;")]
    public Task Redis_commands_by_name_and_two_scripts(string statements) => Flags(Increment(statements));

    [Fact]
    public Task Redis_key_built_twice_in_the_same_way() => Flags(Increment("""
        var total = (ulong)redis.StringGet($"rl:{key}") + amount;
        [|redis.StringSet("rl:" + key, total)|];
        return total;
        """));

    [Fact]
    public Task Redis_set_only_on_a_miss() => Flags(Increment("""
        if ((await redis.StringGetAsync(key)).IsNull)
        {
            await [|redis.StringSetAsync(key, amount, window)|];
            return amount;
        }
        return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        """));

    [Fact]
    public Task Redis_set_after_the_hit_has_left() => Flags(Increment("""
        if (await redis.KeyExistsAsync(key))
            return (ulong)await redis.StringIncrementAsync(key, (long)amount);
        await [|redis.StringSetAsync(key, amount, window)|];
        return amount;
        """));

    [Fact]
    public Task Distributed_cache_get_then_set() => Flags(Increment("""
        var text = await cache.GetStringAsync(key, cancellationToken);
        var total = (text is null ? 0 : ulong.Parse(text)) + amount;
        await [|cache.SetStringAsync(key, total.ToString(), cancellationToken)|];
        return total;
        """));

    [Fact]
    public Task Memory_cache_out_variable_then_set() => Flags(Increment("""
        if (!memory.TryGetValue(key, out ulong count))
            count = 0;
        count += amount;
        [|memory.Set(key, count, window)|];
        return count;
        """));

    [Fact]
    public Task Memory_cache_get_or_create_then_set() => Flags(Increment("""
        var count = memory.GetOrCreate(key, _ => 0ul);
        [|memory.Set(key, count + amount, window)|];
        return count + amount;
        """));

    [Fact]
    public Task Ado_select_then_update() => Flags(Increment("""
        using var select = new NpgsqlCommand("SELECT n FROM counters WHERE key = @key", connection);
        select.Parameters.AddWithValue("key", key);
        var total = Convert.ToUInt64(await select.ExecuteScalarAsync(cancellationToken)) + amount;
        using var update = [|new NpgsqlCommand("UPDATE counters SET n = @n WHERE key = @key", connection)|];
        update.Parameters.AddWithValue("key", key);
        update.Parameters.AddWithValue("n", (long)total);
        await update.ExecuteNonQueryAsync(cancellationToken);
        return total;
        """));

    [Fact]
    public Task Ado_with_a_reader_and_command_texts() => Flags(Increment("""
        ulong total = amount;
        var select = sqlite.CreateCommand();
        select.CommandText = "SELECT n FROM counters WHERE key = $key";
        select.Parameters.AddWithValue("$key", key);
        using (var reader = select.ExecuteReader())
            if (reader.Read())
                total += (ulong)reader.GetInt64(0);
        var save = sqlite.CreateCommand();
        [|save.CommandText = "INSERT INTO counters (key, n) VALUES ($key, $n) ON CONFLICT (key) DO UPDATE SET n = $n"|];
        save.Parameters.AddWithValue("$key", key);
        save.Parameters.AddWithValue("$n", (long)total);
        save.ExecuteNonQuery();
        return total;
        """));

    [Fact]
    public Task Dapper_query_then_execute() => Flags(Increment("""
        var n = await connection.QuerySingleOrDefaultAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
        return n + amount;
        """));

    [Fact]
    public Task EF_interpolated_sql() => Flags(Increment("""
        var n = db.Database.SqlQuery<ulong>($"SELECT n FROM counters WHERE key = {key}").First();
        await [|db.Database.ExecuteSqlAsync($"UPDATE counters SET n = {n + amount} WHERE key = {key}")|];
        return n + amount;
        """));

    [Fact]
    public Task Dictionary_without_a_lock() => Flags(Increment("""
        [|plain[key] = plain.GetValueOrDefault(key) + amount|];
        return plain[key];
        """));

    [Fact]
    public Task File_read_then_written() => Flags(Increment("""
        var total = ulong.Parse(File.ReadAllText(key)) + amount;
        [|File.WriteAllText(key, total.ToString())|];
        return total;
        """));

    [Fact]
    public Task Read_and_write_in_two_helpers() => Flags(Increment("""
        var total = await LoadAsync(key) + amount;
        await StoreAsync(key, total);
        return total;
        """, """
        async Task<ulong> LoadAsync(string name) => (ulong)await redis.StringGetAsync(Name(name));
        Task StoreAsync(string name, ulong value) => [|redis.StringSetAsync(Name(name), value)|];
        static string Name(string key) => "rl:" + key;
        """));

    [Fact]
    public Task Read_and_write_in_a_local_function() => Flags(Increment("""
        return await AddAsync();
        async Task<ulong> AddAsync()
        {
            var total = (ulong)await redis.StringGetAsync(key) + amount;
            await [|redis.StringSetAsync(key, total)|];
            return total;
        }
        """));

    [Fact]
    public Task An_override_of_an_abstract_base() => Flags("""
        using StorageKit;
        using StackExchange.Redis;
        public abstract class Counter : IRateLimitCounter
        {
            public abstract ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default);
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        public class RedisCounter(IDatabase redis) : Counter
        {
            public override async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                var total = (ulong)await redis.StringGetAsync(key) + amount;
                await [|redis.StringSetAsync(key, total)|];
                return total;
            }
        }
        """);

    [Fact]
    public Task A_contract_of_the_users_own() => Flags("""
        using StorageKit;
        using StackExchange.Redis;
        [StorageContract("ticket_source")]
        public interface ITicketSource { [AtomicReadModifyWrite] Task<long> NextAsync(); }
        public class RedisTickets(IConnectionMultiplexer multiplexer) : ITicketSource
        {
            public async Task<long> NextAsync()
            {
                var next = (long)await multiplexer.GetDatabase().StringGetAsync("ticket") + 1;
                await [|multiplexer.GetDatabase().StringSetAsync("ticket", next)|];
                return next;
            }
        }
        """);
}
