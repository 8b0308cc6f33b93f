namespace StorageKit.Conformance.Clauses;

/// <summary>A heartbeat moves last-seen forward, exactly to the clock's now.</summary>
/// <remarks>By whole milliseconds: the coarsest time that a backend is known to keep.</remarks>
[Clause(
    "LIF-06", "A heartbeat moves last-seen forward, exactly to the clock's now.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Time, Needs = Needs.LifecycleRead | Needs.Clock | Needs.WallClock)]
internal sealed class LIF06_HeartbeatSetsLastSeen : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var clock = context.Clock!;
        var token = context.CancellationToken;
        var (agent, silent) = (AgentId.New(), AgentId.New());
        var start = clock.GetUtcNow();
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.RegisterAsync(silent, token).ConfigureAwait(false);
        await ExpectAsync(context, agent, start, "right after register").ConfigureAwait(false);
        foreach (var milliseconds in new[] { 1, 999, 60_000, 3_600_001, 86_400_000 })
        {
            var before = clock.GetUtcNow();
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await ExpectAsync(context, agent, before, $"{milliseconds} ms after it, without a heartbeat")
                .ConfigureAwait(false);
            await store.HeartbeatAsync(agent, token).ConfigureAwait(false);
            await ExpectAsync(context, agent, clock.GetUtcNow(), $"after a heartbeat {milliseconds} ms later")
                .ConfigureAwait(false);
        }
        var status = await store.FindAsync(agent, token).ConfigureAwait(false);
        Expect.That(
            status is null || status.RegisteredAt == start,
            $"the time of registration after heartbeats: expected {start:O}, got {status?.RegisteredAt:O}");
        await ExpectAsync(context, silent, start, "of another agent, which sent none").ConfigureAwait(false);
    }

    static async ValueTask ExpectAsync(ClauseContext context, AgentId agent, DateTimeOffset expected, string when)
    {
        var seen = await context.ExpectLastSeenAsync(agent, when).ConfigureAwait(false);
        Expect.That(seen == expected, $"last-seen {when}: expected {expected:O}, got {seen.ToUniversalTime():O}");
    }
}
