using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2013, code that breaks the rule.</summary>
public sealed class TransactionMustKeepOthersOutTests() : StoreRuleTests(new TransactionMustKeepOthersOut())
{
    [Fact]
    public Task Dapper_in_a_read_committed_transaction() => Flags(Increment("""
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }, transaction);
        await [|connection.ExecuteAsync("UPDATE counters SET n = @total WHERE key = @key", new { key, total = n + amount }, transaction)|];
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task Ado_with_a_key_spliced_into_the_text() => Flags(Increment("""
        using var transaction = connection.BeginTransaction();
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }, transaction);
        using var update = [|new NpgsqlCommand($"UPDATE counters SET n = @n WHERE key = {key}", connection) { CommandTimeout = 3 }|];
        update.Parameters.AddWithValue("n", n + amount);
        await update.ExecuteNonQueryAsync();
        return n + amount;
        """));

    [Theory]
    [InlineData("connection.BeginTransaction()")]
    [InlineData("connection.BeginTransaction(IsolationLevel.ReadUncommitted)")]
    [InlineData("await connection.BeginTransactionAsync(cancellationToken)")]
    [InlineData("await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)")]
    public Task However_it_is_begun(string begin) => Flags(Increment($$"""
        using var transaction = {{begin}};
        var n = await LoadAsync(key);
        await StoreAsync(key, n + amount);
        transaction.Commit();
        return n + amount;
        """, """
        Task<ulong> LoadAsync(string key) => connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        Task StoreAsync(string key, ulong n) => [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n })|];
        """));

    [Fact]
    public Task A_deferred_transaction_of_SQLite() => Flags(Increment("""
        using var transaction = sqlite.BeginTransaction(deferred: true);
        var n = await sqlite.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await [|sqlite.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task BEGIN_as_text() => Flags(Increment("""
        await connection.ExecuteAsync("BEGIN");
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
        await connection.ExecuteAsync("COMMIT");
        return n + amount;
        """));

    [Theory]
    [InlineData("db.Database.BeginTransaction(IsolationLevel.ReadCommitted)")]
    [InlineData("db.Database.BeginTransaction()")]
    [InlineData("await db.Database.BeginTransactionAsync(cancellationToken)")]
    public Task Sql_over_EF_Core(string begin) => Flags(Increment($$"""
        using var transaction = {{begin}};
        var n = db.Database.SqlQuery<ulong>($"SELECT n FROM counters WHERE key = {key}").First();
        await [|db.Database.ExecuteSqlAsync($"UPDATE counters SET n = {n + amount} WHERE key = {key}")|];
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task A_scope_that_says_read_committed() => Flags(Increment("""
        using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeOption.Required,
            new System.Transactions.TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.ReadCommitted });
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await [|connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount })|];
        scope.Complete();
        return n + amount;
        """));
}
