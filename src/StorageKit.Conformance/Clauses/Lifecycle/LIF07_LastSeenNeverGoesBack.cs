namespace StorageKit.Conformance.Clauses;

/// <summary>last-seen never moves back under clock steps or concurrent heartbeats.</summary>
/// <remarks>Eight callers send heartbeats and look, while one of them sets the wall clock on and back by an hour. What
/// was seen before a look began is the least that it may see.</remarks>
[Clause(
    "LIF-07", "Last-seen never moves back, under clock steps or concurrent heartbeats.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Concurrent,
    Needs = Needs.LifecycleRead | Needs.Clock | Needs.WallClock, Stochastic = true)]
internal sealed class LIF07_LastSeenNeverGoesBack : Clause<ILifecycleStore>
{
    const int Callers = 8;
    const int HeartbeatsEach = 25;
    const int MostRounds = 25;
    static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        await StepBackAsync(store, context).ConfigureAwait(false);
        await context.RepeatAsync(MostRounds, round => RaceAsync(store, context, round)).ConfigureAwait(false);
    }

    static async ValueTask StepBackAsync(ILifecycleStore store, ClauseContext context)
    {
        var agent = AgentId.New();
        await store.RegisterAsync(agent, context.CancellationToken).ConfigureAwait(false);
        var seen = await context.ExpectLastSeenAsync(agent, "after register").ConfigureAwait(false);
        context.Clock!.JumpWall(-s_hour);
        context.Clock.Advance(s_minute);
        await store.ExpectRegisteredAsync(agent, "after the wall clock was set back by 1 h", context.CancellationToken)
            .ConfigureAwait(false);
        var after = await context.ExpectLastSeenAsync(agent, "after a heartbeat").ConfigureAwait(false);
        context.Clock.JumpWall(s_hour);
        Expect.That(
            after >= seen, "a heartbeat with the wall clock set back by 1 h moved last-seen back: "
                + $"from {seen:O} to {after:O}");
    }

    static async ValueTask RaceAsync(ILifecycleStore store, ClauseContext context, int round)
    {
        var agent = AgentId.New();
        await store.RegisterAsync(agent, context.CancellationToken).ConfigureAwait(false);
        var latest = new Latest();
        await context.RunCallersAsync(Callers, async caller =>
        {
            var random = context.RandomFor(caller, round);
            for (var i = 0; i < HeartbeatsEach; i++)
            {
                context.Clock!.Advance(TimeSpan.FromMilliseconds(1));
                if (caller == 0) context.Clock.JumpWall(i % 2 == 0 ? s_hour : -s_hour);
                await store.HeartbeatAsync(agent, context.CancellationToken).ConfigureAwait(false);
                var floor = latest.Read();
                var seen = await context.ExpectLastSeenAsync(agent, "between heartbeats").ConfigureAwait(false);
                Expect.That(seen >= floor, $"last-seen moved back: {floor:O} was seen before, then {seen:O}");
                latest.Raise(seen);
                await random.PauseAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    sealed class Latest
    {
        readonly Lock _lock = new();
        DateTimeOffset _time = DateTimeOffset.MinValue;

        internal DateTimeOffset Read()
        {
            lock (_lock) return _time;
        }

        internal void Raise(DateTimeOffset time)
        {
            lock (_lock) if (time > _time) _time = time;
        }
    }
}
