using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2013, code that looks alike and is correct.</summary>
public sealed class TransactionLookAlikeTests() : StoreRuleTests(new TransactionMustKeepOthersOut())
{
    [Theory]
    [InlineData("using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);", "")]
    [InlineData("using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);", "")]
    [InlineData("using var transaction = connection.BeginTransaction();", " FOR UPDATE")]
    [InlineData("using var transaction = connection.BeginTransaction(); await connection.ExecuteAsync(\"SELECT pg_advisory_xact_lock(@key)\", new { key });", "")]
    [InlineData("using var scope = new System.Transactions.TransactionScope();", "")]
    public Task Others_are_kept_out(string begin, string hint) => Accepts(Increment($$"""
        {{begin}}
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key{{hint}}", new { key });
        await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
        return n + amount;
        """));

    [Fact]
    public Task A_serializable_transaction_of_EF_Core() => Accepts(Increment("""
        using var transaction = db.Database.BeginTransaction(IsolationLevel.Serializable);
        var n = db.Database.SqlQuery<ulong>($"SELECT n FROM counters WHERE key = {key}").First();
        await db.Database.ExecuteSqlAsync($"UPDATE counters SET n = {n + amount} WHERE key = {key}");
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task Updated_first_and_read_after_it() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync("UPDATE counters SET n = n + @amount WHERE key = @key", new { key, amount }, transaction);
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key }, transaction);
        transaction.Commit();
        return n;
        """));

    [Fact]
    public Task A_version_in_the_condition() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction();
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET n = @total WHERE key = @key AND n = @n", new { key, n, total = n + amount });
        transaction.Commit();
        return n + amount;
        """));

    [Fact]
    public Task No_transaction_at_all_is_for_SK2001() => Accepts(Increment("""
        var n = await connection.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
        return n + amount;
        """));

    [Fact]
    public Task Another_row_is_written() => Accepts(Increment("""
        using var transaction = connection.BeginTransaction();
        var seconds = await connection.ExecuteScalarAsync<long>("SELECT seconds FROM limits WHERE key = @key", new { key });
        await connection.ExecuteAsync("UPDATE counters SET length = @seconds, n = n + @amount WHERE key = @key", new { key, seconds, amount });
        transaction.Commit();
        return amount;
        """));

    [Fact]
    public Task SQLite_begins_at_once() => Accepts(Increment("""
        using var transaction = sqlite.BeginTransaction();
        var n = await sqlite.ExecuteScalarAsync<ulong>("SELECT n FROM counters WHERE key = @key", new { key });
        await sqlite.ExecuteAsync("UPDATE counters SET n = @n WHERE key = @key", new { key, n = n + amount });
        transaction.Commit();
        return n + amount;
        """));
}
