using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Keys do not collide: they are compared byte for byte, and any valid Unicode is one.</summary>
[Clause(
    "RLC-23", "Keys do not collide: they are compared byte for byte, and any valid Unicode is one.",
    Contract = typeof(IRateLimitCounter))]
internal sealed class RLC23_KeysDoNotCollide : Clause<IRateLimitCounter>
{
    const int Many = 1200;
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var keys = OddKeys.All;
        // Another amount for each, so that two that are mixed up show it; all at once, because a durable
        // driver commits them together.
        await Task.WhenAll(keys.Select((_, i) => IncrementAsync(i))).ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
            await store.ExpectCurrentAsync(keys[i], Amount(i), $"of {OddKeys.Name(keys[i])}", token)
                .ConfigureAwait(false);

        await Task.WhenAll(keys.Where((_, i) => i % 2 == 0).Select(key => store.ResetAsync(key, token).AsTask()))
            .ConfigureAwait(false);
        for (var i = 0; i < keys.Count; i++)
            await store.ExpectCurrentAsync(
                keys[i], i % 2 == 0 ? 0 : Amount(i), $"of {OddKeys.Name(keys[i])}, after every other was reset", token)
                .ConfigureAwait(false);

        await ManyAsync(store, token).ConfigureAwait(false);

        async Task IncrementAsync(int i) => await store.ExpectIncrementAsync(
            keys[i], Amount(i), s_window, Amount(i), $"on the fresh key {OddKeys.Name(keys[i])}", token)
                .ConfigureAwait(false);
    }

    // A table that is full and throws out what is still counting lets everybody in again.
    static async ValueTask ManyAsync(IRateLimitCounter store, CancellationToken token)
    {
        var keys = Enumerable.Range(0, Many).Select(i => string.Create(CultureInfo.InvariantCulture, $"many {i}"))
            .ToArray();
        await Task.WhenAll(keys.Select(key => store.IncrementAsync(key, 1, s_window, token).AsTask()))
            .ConfigureAwait(false);
        var totals = await Task.WhenAll(keys.Select(key => store.CurrentAsync(key, token).AsTask()))
            .ConfigureAwait(false);
        var lost = Array.FindIndex(totals, total => total != 1);
        Expect.That(
            lost < 0, $"CurrentAsync of one of {Many} keys in an open window, each incremented by 1: "
                + $"expected 1, got {(lost < 0 ? 1 : totals[lost])} of \"{(lost < 0 ? "" : keys[lost])}\"");
    }

    static ulong Amount(int index) => (ulong)index + 1;
}
