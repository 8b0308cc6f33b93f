using System.Collections.Concurrent;
using StorageKit.Conformance;
using StorageKit.Conformance.Faults;
using StorageKit.Postgres;

namespace StorageKit.Sqlite.Tests;

/// <summary>An outbox in front of a PostgreSQL of their own, because they stop it and stand in between.</summary>
public sealed class PostgresTargetTests : IAsyncLifetime
{
    readonly OutboxFolder _folder = new();
    readonly SuiteScope _scope = new();
    readonly TenantId _tenant = TenantId.New();
    PrivatePostgres _server = null!;
    FaultProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _server = await PrivatePostgres.StartAsync(_scope, Section);
        _proxy = FaultProxy.Start(_server.Host, _server.Port);
    }

    [Fact]
    public async Task A_server_stopped_killed_and_restarted_under_eight_emitters_gets_each_chain_whole()
    {
        await using var section = await OpenAsync();
        var sink = (await section.OpenTenantAsync(_tenant)).Get<IAuditSink>();
        ConcurrentDictionary<SessionId, List<AuditEntry>> acknowledged = [];
        using var stop = new CancellationTokenSource();
        var emitters = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<AuditEntry>();
            foreach (var entry in Entries.Trail().Endless())
            {
                if (stop.IsCancellationRequested) break;
                await sink.EmitAsync(entry);
                mine.Add(entry);
            }
            acknowledged[mine[0].SessionId] = mine;
        })).ToList();
        for (var round = 0; round < 3; round++)
        {
            await Task.Delay(300);
            await (round == 1 ? _server.StopAsync() : _server.KillAsync());
            await Task.Delay(300);
            await _server.StartAsync();
            await Task.Delay(300);
            _proxy.FallSilent();
            await Task.Delay(700);
            _proxy.ResetAll();
            _proxy.Heal();
        }
        await stop.CancelAsync();
        await Task.WhenAll(emitters);
        var arrived = await ArrivedAsync(acknowledged.Values.Sum(chain => chain.Count));
        Assert.Equal(8, arrived.Count);
        Assert.All(arrived, session => Assert.Equal(acknowledged[session.Key], session));
    }

    [Fact]
    public async Task It_opens_while_the_server_is_down_and_sends_when_it_is_up()
    {
        await _server.StopAsync();
        await using var section = await OpenAsync();
        var stores = await section.OpenTenantAsync(_tenant);
        var chain = Entries.Chain(20);
        foreach (var entry in chain) await stores.Get<IAuditSink>().EmitAsync(entry);
        var unhealthy = await Assert.ThrowsAsync<StorageException>(
            () => stores.Get<IHealthCheckable>().CheckHealthAsync().AsTask());
        Assert.Contains("20 waiting since", unhealthy.Message);
        await _server.StartAsync();
        Assert.Equal(chain, Assert.Single(await ArrivedAsync(20)));
    }

    /// <summary>What the server holds, once the outbox holds nothing.</summary>
    async Task<List<IGrouping<SessionId, AuditEntry>>> ArrivedAsync(int count)
    {
        for (var i = 0; OpenedOutbox.Held(_folder.Path) > 0; i++)
        {
            Assert.True(i < 600, $"{OpenedOutbox.Held(_folder.Path)} entries still wait");
            await Task.Delay(50);
        }
        await using var section = await new Registry().AddPostgres()
            .OpenSectionAsync(PostgresDriver.Name, Section(_server.Address));
        List<AuditEntry> entries = [];
        var log = (await section.OpenTenantAsync(_tenant)).Get<IAuditLog>();
        await foreach (var record in log.ReadAllAsync()) entries.Add(record.Entry);
        Assert.Equal(count, entries.Count);
        return [.. entries.GroupBy(entry => entry.SessionId)];
    }

    ValueTask<DriverSection> OpenAsync() => new Registry().AddOutbox().AddPostgres().OpenSectionAsync(
        OutboxDriver.Name,
        $"""
        target = 'postgres'
        path = '{_folder.Path}/outbox.db'
        target_timeout = '500ms'
        retry_interval = '300ms'
        [storage.postgres]
        {Section(_server.Address with { Host = FaultProxy.Host, Port = _proxy.Port })}
        """);

    static string Section(BackendAddress at) =>
        $"""
        host = '{at.Host}'
        port = {at.Port}
        database = '{at.Database}'
        username = '{at.User}'
        password = '{at.Password}'
        plaintext = true
        """;

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _scope.Dispose();
        _folder.Dispose();
    }
}
