namespace StorageKit.Postgres.Tests;

public sealed class PgBouncerTests(SharedServer shared) : ServerTests(shared), IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [PgBouncerFact]
    public async Task Behind_a_pooler_in_transaction_mode_tenants_and_order_are_kept()
    {
        using var bouncer = await PgBouncer.StartAsync(Server, _scope.Folder);
        var section = Sections.At(
            Server.Address with { Port = bouncer.Port },
            $"schema = '{NewSchema()}'\nssl_mode = 'disable'" + KeyRings.OnlyOld);
        await using var one = await OpenedSchema.OpenAsync(section);
        var other = await one.TenantAsync(TenantId.New());

        // More callers than the pooler has connections, so that each connection serves both tenants in turn.
        var totals = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            var mine = i % 2 == 0;
            var stores = mine ? one.Stores : other;
            await stores.Get<IObjectStore>().WriteAsync($"k{i}", new[] { mine ? (byte)1 : (byte)2 });
            await stores.Get<IAuditSink>().EmitAsync(Entries.Single());
            return (mine, total: await stores.Get<IRateLimitCounter>().IncrementAsync("k", 1, TimeSpan.FromHours(1)));
        }));
        foreach (var mine in (bool[])[true, false])
            Assert.Equal(
                Enumerable.Range(1, 200).Select(i => (ulong)i),
                totals.Where(t => t.mine == mine).Select(t => t.total).Order());
        var records = await one.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (ulong)i), records.Select(record => record.Position));
        Assert.Null(await other.Get<IObjectStore>().ReadAsync("k0"));
        Assert.Equal(2, Assert.Single((await other.Get<IObjectStore>().ReadAsync("k1"))!));
    }

    [PgBouncerFact]
    public async Task A_refused_or_cancelled_call_leaves_the_poolers_connections_usable()
    {
        using var bouncer = await PgBouncer.StartAsync(Server, _scope.Folder);
        var section = Sections.At(
            Server.Address with { Port = bouncer.Port },
            $"schema = '{NewSchema()}'\nssl_mode = 'disable'\nplaintext = true\nenforce_chain = true");
        await using var schema = await OpenedSchema.OpenAsync(section);
        var chain = Entries.Chain(2);
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<StorageException>(() => schema.Audit.EmitAsync(chain[1]).AsTask());
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
            try
            {
                await schema.Counter.IncrementAsync("k", 1, TimeSpan.FromHours(1), soon.Token);
            }
            catch (OperationCanceledException e)
            {
                Assert.Equal(soon.Token, e.CancellationToken);
            }
        }
        await schema.Audit.EmitAsync(chain[0]);
        await schema.Audit.EmitAsync(chain[1]);
        Assert.Equal(chain, (await schema.ReadAllAsync()).Select(record => record.Entry));
    }
}
