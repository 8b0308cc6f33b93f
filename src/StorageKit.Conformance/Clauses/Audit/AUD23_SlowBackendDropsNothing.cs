using System.Collections.Concurrent;
using StorageKit.Conformance.Faults;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Clauses;

/// <summary>Back-pressure: a slow backend makes emit wait or fail; nothing is dropped and memory stays bounded.
/// </summary>
/// <remarks>64 callers emit 10,000 entries of 4 KiB, or as many as go into the lane's time: faster than a backend
/// takes them, above all where the harness is an <see cref="IBackendEndpoint"/>, whose replies are then 20 ms under
/// way. What is acknowledged has to be in read-back. What is on the heap after the burst, and no more a moment later,
/// was waiting in a queue; it is judged by a second burst, because other tests use the same heap.</remarks>
[Clause(
    "AUD-23", "Back-pressure: a slow backend makes emit wait or fail; nothing is dropped and memory stays bounded.",
    Contract = typeof(IAuditSink), Lane = Lane.Load, Needs = Needs.AuditReadBack)]
internal sealed class AUD23_SlowBackendDropsNothing : Clause<IAuditSink>
{
    const int Callers = 64;
    const int Entries = 10_000;
    const int PayloadLength = 4096;
    const long QueueLimit = 16_000_000;
    const int Looks = 10;
    static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(200);

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        if (context.Driver.Harness.Probe<IBackendEndpoint>() is not { } endpoint)
        {
            await BearAsync(store, context).ConfigureAwait(false);
            return;
        }
        var proxy = FaultProxy.Start(endpoint.Host, endpoint.Port, context.Seed);
        await using var ownedProxy = proxy.ConfigureAwait(false);
        var section = await context.Driver.Registry.OpenSectionAsync(
            context.Driver.Name, endpoint.SectionAt(FaultProxy.Host, proxy.Port), context.Services,
            context.CancellationToken).ConfigureAwait(false);
        await using var ownedSection = section.ConfigureAwait(false);
        var stores = await section.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        proxy.Conditions = new() { Latency = s_latency };
        await BearAsync(stores.Get<IAuditSink>(), context).ConfigureAwait(false);
    }

    static async Task BearAsync(IAuditSink store, ClauseContext context)
    {
        var acknowledged = new ConcurrentDictionary<Hash256, bool>();
        var queued = await BurstAsync(store, context, acknowledged, 0).ConfigureAwait(false);
        if (queued > QueueLimit)
            queued = await BurstAsync(store, context, acknowledged, Entries).ConfigureAwait(false);
        Expect.That(
            queued <= QueueLimit,
            $"MEMORY GROWS: after a burst of 4 KiB entries, {queued / 1_000_000} MB of them waited in memory: emit "
            + "acknowledges faster than its backend stores; let it wait for that");
        Expect.That(!acknowledged.IsEmpty, $"UNDER LOAD: not one emit of {Callers} callers succeeded");
        context.Measure("emits acknowledged", acknowledged.Count, "entries");
        await ExpectNoneDroppedAsync(context, acknowledged).ConfigureAwait(false);
    }

    // Bytes that went from the heap by themselves after the last emit had returned.
    static async Task<long> BurstAsync(
        IAuditSink store, ClauseContext context, ConcurrentDictionary<Hash256, bool> acknowledged, int first)
    {
        var before = ResourceUse.LiveHeap();
        await ClosedLoop.RunAsync(context, Callers, LoadTime.FromEnvironment(), Entries, async (_, i) =>
        {
            var entry = StoredThings.Entry(first + i, new string((char)('a' + (i % 26)), PayloadLength));
            try
            {
                await store.EmitAsync(entry, context.CancellationToken).ConfigureAwait(false);
                acknowledged[entry.EntryHash] = true;
            }
            catch (StorageException e) when (e.IsTransient)
            {
                // To fail is one of the two honest ways out; whether it was stored all the same is not asked here.
                await Task.Yield();
            }
        }).ConfigureAwait(false);
        var after = ResourceUse.LiveHeap();
        var least = after;
        for (var look = 0; look < Looks && after - before > QueueLimit && after - least <= QueueLimit; look++)
        {
            await Task.Delay(s_betweenLooks, context.CancellationToken).ConfigureAwait(false);
            least = Math.Min(least, ResourceUse.LiveHeap());
        }
        return after - least;
    }

    static async Task ExpectNoneDroppedAsync(
        ClauseContext context, ConcurrentDictionary<Hash256, bool> acknowledged)
    {
        var count = acknowledged.Count;
        foreach (var entry in await context.ReadAuditAsync().ConfigureAwait(false))
            acknowledged.TryRemove(entry.EntryHash, out _);
        Expect.That(
            acknowledged.IsEmpty,
            $"DROPPED: {acknowledged.Count} of {count} acknowledged entries are not in read-back after a burst");
    }
}
