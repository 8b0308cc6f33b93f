using StorageKit.Analyzers.AtomicCounter;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2014, code that breaks the rule, and its fix.</summary>
public sealed class UpsertMustAccumulateTests() : StoreRuleTests(new UpsertMustAccumulate())
{
    static string Dapper(string sql) => Increment($$"""
        return await connection.ExecuteScalarAsync<ulong>("{{sql}}", new { key, amount, n = (long)amount, ends = DateTime.UtcNow + window });
        """);

    [Theory]
    [InlineData("[|INSERT INTO counters|] (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n RETURNING n")]
    [InlineData("[|INSERT INTO counters|] (key, n, ends) VALUES (@key, @n, @ends) ON CONFLICT (key) DO UPDATE SET n = excluded.n, ends = excluded.ends")]
    [InlineData("[|INSERT INTO public.counters|] AS c (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = @amount")]
    [InlineData("[|INSERT INTO counters|] VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n")]
    [InlineData("[|INSERT INTO counters|] (k, n) VALUES (@key, @amount) ON DUPLICATE KEY UPDATE n = VALUES(n)")]
    [InlineData("[|INSERT INTO counters|] (k, n) VALUES (@key, @amount) AS new ON DUPLICATE KEY UPDATE n = new.n")]
    [InlineData("[|INSERT OR REPLACE INTO counters|] (k, n) VALUES (@key, @amount)")]
    [InlineData("[|REPLACE INTO counters|] (k, n) VALUES (@key, @amount)")]
    [InlineData("[|UPDATE counters|] SET n = @n WHERE key = @key")]
    [InlineData("[|UPDATE counters|] SET n = @amount::bigint WHERE key = @key RETURNING n")]
    [InlineData("[|MERGE INTO counters|] WITH (HOLDLOCK) AS t USING (SELECT @key AS k, @amount AS n) AS s ON t.k = s.k WHEN MATCHED THEN UPDATE SET n = s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);")]
    [InlineData("[|MERGE counters|] AS t USING (VALUES (@key, @amount)) AS s (k, n) ON t.k = s.k WHEN MATCHED THEN UPDATE SET t.n = t.n + s.n WHEN NOT MATCHED THEN INSERT (k, n) VALUES (s.k, s.n);")]
    public Task The_amount_in_the_place_of_the_total(string sql) => Flags(Dapper(sql));

    [Fact]
    public Task Ado_with_parameters() => Flags(Increment("""
        await using var command = new NpgsqlCommand("[|INSERT INTO counters|] (key, n) VALUES (@key, @n) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n", connection);
        command.Parameters.AddWithValue("key", key);
        command.Parameters.AddWithValue("n", Convert.ToInt64(amount));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return amount;
        """));

    [Fact]
    public Task Ado_with_positional_parameters() => Flags(Increment("""
        await using var command = new NpgsqlCommand("[|INSERT INTO counters|] (key, n, ends) VALUES ($1, $2, now() + $3) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        command.Parameters.Add(new NpgsqlParameter { Value = (long)amount });
        command.Parameters.Add(new NpgsqlParameter { Value = window });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return amount;
        """));

    [Fact]
    public Task EF_interpolated_sql() => Flags(Increment("""
        await db.Database.ExecuteSqlAsync($"[|UPDATE counters|] SET n = {(long)amount} WHERE key = {key}");
        return amount;
        """));

    [Fact]
    public Task A_constant_and_a_private_helper() => Flags(Increment("""
        return await SaveAsync(key, (long)amount);
        """, """
        const string Upsert = "INSERT INTO counters (key, n) VALUES (@name, @value) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n RETURNING n";
        Task<ulong> SaveAsync(string name, long value) => connection.ExecuteScalarAsync<ulong>([|Upsert|], new { name, value });
        """));

    [Fact]
    public Task The_upsert_of_a_new_window_that_two_callers_open() => Flags(Increment("""
        var n = await connection.ExecuteScalarAsync<ulong?>("UPDATE counters SET n = n + @amount WHERE key = @key AND ends > now() RETURNING n", new { key, amount });
        if (n is not null)
            return n.Value;
        await connection.ExecuteAsync("[|INSERT INTO counters|] (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n", new { key, amount });
        return amount;
        """));

    [Fact]
    public Task A_base_class_that_holds_the_text() => Flags("""
        using Dapper;
        using Npgsql;
        using StorageKit;
        public abstract class SqlCounter(NpgsqlConnection connection) : IRateLimitCounter
        {
            protected abstract string Sql { get; }
            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                var arguments = new { id = key, by = checked((long)amount) };
                return await connection.ExecuteScalarAsync<ulong>([|Sql|], arguments);
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        public sealed class MySqlCounter(NpgsqlConnection connection) : SqlCounter(connection)
        {
            protected override string Sql => "INSERT INTO hits (id, hits) VALUES (@id, @by) ON DUPLICATE KEY UPDATE hits = VALUES(hits)";
        }
        """);

    [Theory]
    [InlineData("var p = command.CreateParameter(); p.ParameterName = \"@n\"; p.Value = (long)amount; command.Parameters.Add(p);")]
    [InlineData("Bind(command, \"n\", (long)amount);")]
    public Task Parameters_that_the_command_makes(string bind) => Flags(Increment($$"""
        System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = "[|INSERT INTO counters|] (key, n) VALUES ('k', @n) ON CONFLICT (key) DO UPDATE SET n = excluded.n";
        {{bind}}
        await command.ExecuteNonQueryAsync();
        return amount;
        """, """
        static void Bind(System.Data.Common.DbCommand command, string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        """));

    [Theory]
    [InlineData(
        "[|INSERT INTO counters|] (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n RETURNING n",
        "INSERT INTO counters (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = counters.n + EXCLUDED.n RETURNING n")]
    [InlineData(
        "[|INSERT INTO counters|] AS c (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = @amount",
        "INSERT INTO counters AS c (key, n) VALUES (@key, @amount) ON CONFLICT (key) DO UPDATE SET n = c.n + @amount")]
    [InlineData(
        "[|INSERT INTO counters|] (k, n) VALUES (@key, @amount) ON DUPLICATE KEY UPDATE n = VALUES(n)",
        "INSERT INTO counters (k, n) VALUES (@key, @amount) ON DUPLICATE KEY UPDATE n = n + VALUES(n)")]
    [InlineData("[|UPDATE counters|] SET n = @n WHERE key = @key", "UPDATE counters SET n = n + @n WHERE key = @key")]
    public Task The_fix_adds(string before, string after) =>
        new CodeFixHarness(Analyzer, new ApplyTextEdit()).VerifyAsync(Dapper(before), Dapper(after));

    [Theory]
    [InlineData("[|INSERT OR REPLACE INTO counters|] (k, n) VALUES (@key, @amount)")]
    public Task No_fix_where_the_statement_must_be_another(string sql) =>
        new CodeFixHarness(Analyzer, new ApplyTextEdit()).VerifyNoFixAsync(Dapper(sql));
}
