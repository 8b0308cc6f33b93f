using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>No key outlives its window, whatever fails between two steps of the driver.</summary>
/// <remarks>The window is a real second: where the time of a window is kept, in the driver or its backend, the kit need
/// not know. Every key is waited for at once.</remarks>
[Clause(
    "RLC-12", "No key outlives its window, whatever fails between two steps of the driver.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class RLC12_NoKeyOutlivesItsWindow : Clause<IRateLimitCounter>
{
    const int Spread = 32;
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    // What a driver does not look at, its backend may refuse: after the total was written.
    static readonly TimeSpan[] s_refused = [TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.MinValue];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var direct = (await context.OpenDirectAsync().ConfigureAwait(false)).Get<IRateLimitCounter>();
        List<(string Key, string When)> done = [];
        var key = "";
        var kind = new EffectKind("the first IRateLimitCounter.IncrementAsync of a window", () =>
        {
            key = $"key {Guid.NewGuid():N}";
            return new("", "", "")
            {
                PrepareAsync = _ => ValueTask.CompletedTask,
                CallAsync = async token =>
                    await store.IncrementAsync(key, 1, s_window, token).ConfigureAwait(false),
                FollowAsync = _ => ValueTask.CompletedTask,
                ObserveAsync = _ => new(""),
            };
        });
        foreach (var direction in Enum.GetValues<Direction>())
            await context.CutEverywhereAsync(kind, direction, Spread, (_, _, when) =>
            {
                done.Add((key, when));
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        foreach (var window in s_refused)
        {
            var refused = await RefuseAsync(store, window, context).ConfigureAwait(false);
            done.Add((refused, $"after an increment with the window {window}, which is refused"));
        }
        foreach (var (one, when) in done)
            await Expect.EventuallyAsync(
                async () => await direct.CurrentAsync(one, context.CancellationToken).ConfigureAwait(false) == 0,
                s_window + s_patience,
                $"{when}: the key still has a total {s_patience.TotalSeconds} s after its window of "
                + $"{s_window.TotalSeconds} s, so it never ends; a total and its window have to be one step",
                context.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>The key of a window that is opened after another one was refused.</summary>
    static async ValueTask<string> RefuseAsync(IRateLimitCounter store, TimeSpan window, ClauseContext context)
    {
        var key = $"key {Guid.NewGuid():N}";
        try
        {
            await store.IncrementAsync(key, 1, window, context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is ArgumentException or StorageException)
        {
            // That it is refused, and that nothing was counted, is for RLC-20 and RLC-11.
        }
        await store.IncrementAsync(key, 1, s_window, context.CancellationToken).ConfigureAwait(false);
        return key;
    }
}
