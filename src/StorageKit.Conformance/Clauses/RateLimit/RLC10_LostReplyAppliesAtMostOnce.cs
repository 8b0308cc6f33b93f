using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>An increment whose reply is lost is applied at most once.</summary>
/// <remarks>The reply is lost with its connection, at every border of the conversation and between; and, where the
/// harness says the driver's time-out, it is held back until the driver gives up. An increment must not be sent again:
/// nobody knows whether it was applied.</remarks>
[Clause(
    "RLC-10", "An increment whose reply is lost is applied at most once.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class RLC10_LostReplyAppliesAtMostOnce : Clause<IRateLimitCounter>
{
    const int Spread = 16;
    const ulong Before = 10;
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var direct = (await context.OpenDirectAsync().ConfigureAwait(false)).Get<IRateLimitCounter>();
        List<(string Key, string When)> done = [];
        var key = "";
        ulong total = 0;
        var kind = new EffectKind("IRateLimitCounter.IncrementAsync", () =>
        {
            key = $"key {Guid.NewGuid():N}";
            return new("", "", "")
            {
                PrepareAsync = async token =>
                    await direct.IncrementAsync(key, Before, s_window, token).ConfigureAwait(false),
                CallAsync = async token =>
                    total = await store.IncrementAsync(key, 1, s_window, token).ConfigureAwait(false),
                FollowAsync = _ => ValueTask.CompletedTask,
                ObserveAsync = _ => new(""),
            };
        });
        await context.CutEverywhereAsync(kind, Direction.Replies, Spread, CheckOneAsync).ConfigureAwait(false);
        if (context.OperationTimeout.IsDeclared)
        {
            var effect = kind.New();
            await effect.PrepareAsync(context.CancellationToken).ConfigureAwait(false);
            context.Proxy.HoldAfter(Direction.Replies, 0);
            var when = $"{kind.Name}, reply held back until the driver gave up";
            var error = await context.CallAsync(effect.CallAsync, when).ConfigureAwait(false);
            context.Proxy.ResetAll();
            context.Proxy.Heal();
            await context.Proxy.SettleAsync(context.CancellationToken).ConfigureAwait(false);
            await CheckOneAsync(effect, error, when).ConfigureAwait(false);
        }
        // And once more: what is sent again late has had its time.
        foreach (var (one, when) in done)
            await ExpectOnceAsync(context, direct, one, when).ConfigureAwait(false);

        async ValueTask CheckOneAsync(Effect effect, Exception? error, string when)
        {
            await ExpectOnceAsync(context, direct, key, when).ConfigureAwait(false);
            if (error is null) Expect.Equal(Before + 1, total, $"{when}, the total of an increment from {Before} by 1");
            done.Add((key, when));
        }
    }

    static async ValueTask ExpectOnceAsync(
        ClauseContext context, IRateLimitCounter direct, string key, string when)
    {
        var stored = await direct.CurrentAsync(key, context.CancellationToken).ConfigureAwait(false);
        Expect.That(
            stored <= Before + 1,
            $"{when}: the total went from {Before} to {stored}, so the increment by 1 was applied "
            + $"{stored - Before} times; it must not be sent again when nobody knows whether it was applied");
        Expect.That(stored >= Before, $"{when}: the total went back from {Before} to {stored}");
    }
}
