using Microsoft.Extensions.Logging.Abstractions;

namespace StorageKit.Postgres.Tests;

public sealed class PreparedStatementTests(SharedServer shared) : ServerTests(shared), IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task On_the_servers_own_connections_statements_stay_prepared() =>
        Assert.True(await PreparesAsync(Server.Port));

    [PgBouncerFact]
    public async Task Behind_a_pooler_nothing_stays_prepared()
    {
        using var bouncer = await PgBouncer.StartAsync(Server, _scope.Folder);
        Assert.False(await PreparesAsync(bouncer.Port));
    }

    // A plan that was made while the log was empty is used while it grows: it must not read all of it.
    [Fact]
    public async Task An_entry_costs_no_more_at_the_end_of_a_long_log()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        for (var i = 0; i < 20; i++) await schema.Audit.EmitAsync(Entries.Single());
        var read = await RowsReadAsync();
        await schema.Audit.EmitAsync(Entries.Single());
        var few = await RowsReadAsync() - read;
        foreach (var chunk in Enumerable.Range(0, 3_000).Select(_ => Entries.Single()).Chunk(1_000))
            await ((IAuditBatchSink)schema.Audit).EmitBatchAsync(chunk);
        read = await RowsReadAsync();
        await schema.Audit.EmitAsync(Entries.Single());
        Assert.InRange(await RowsReadAsync() - read, 0, few + 20);
    }

    // The statistics of a session are shown when it is idle for a while, or ends.
    async Task<long> RowsReadAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        return await NumberAsync(
            "SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint "
            + "FROM pg_stat_user_tables WHERE relname = 'audit'");
    }

    async Task<bool> PreparesAsync(int port)
    {
        var options = new PostgresOptions
        {
            Host = Server.Host, Port = port, Database = Server.Address.Database, Username = Server.Address.User,
            Password = Server.Address.Password, Schema = NewSchema(), SslMode = PostgresSslMode.Disable,
        };
        await using var database = await PostgresDatabase.OpenAsync(
            options, NullLogger<PostgresDatabase>.Instance);
        return database.Prepares;
    }
}
