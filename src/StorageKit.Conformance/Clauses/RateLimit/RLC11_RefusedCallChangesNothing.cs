namespace StorageKit.Conformance.Clauses;

/// <summary>A call that throws changed nothing.</summary>
/// <remarks>Which of these calls are to be refused is for other clauses (RLC-13, RLC-20, RLC-23). Here any refusal has
/// to be
/// without effect: no amount, and no window that outlives the next one. A transient error is left out, for it may
/// leave the
/// outcome open.</remarks>
[Clause("RLC-11", "A call that throws a definite error changed nothing.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC11_RefusedCallChangesNothing : Clause<IRateLimitCounter>
{
    static readonly (string What, ulong Amount, TimeSpan Window)[] s_calls =
    [
        ("a window of zero", 1, TimeSpan.Zero),
        ("a window of -1 tick", 1, TimeSpan.FromTicks(-1)),
        ("the window TimeSpan.MinValue", 1, TimeSpan.MinValue),
        ("the window TimeSpan.MaxValue", 1, TimeSpan.MaxValue),
        ("a window of one tick less than TimeSpan.MaxValue", 1, TimeSpan.MaxValue - TimeSpan.FromTicks(1)),
        ("a window of 10,000 years", 1, TimeSpan.FromDays(3_652_425)),
        ("an amount of 2^63", 1ul << 63, TimeSpan.FromHours(1)),
        ("an amount of 2^64-1", ulong.MaxValue, TimeSpan.FromHours(1)),
    ];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        List<(string Key, string When)> untouched = [];
        for (var i = 0; i < s_calls.Length; i++)
        {
            var (what, amount, window) = s_calls[i];
            var (open, fresh) = ($"open {i}", $"fresh {i}");
            await store.IncrementAsync(open, 5, TimeSpan.FromHours(1), token).ConfigureAwait(false);
            if (await RefusalAsync(store, open, amount, window, token).ConfigureAwait(false) is { } error)
                await store.ExpectCurrentAsync(open, 5, $"of an open key after {what} was refused with {error}", token)
                    .ConfigureAwait(false);
            if (await RefusalAsync(store, fresh, amount, window, token).ConfigureAwait(false) is { } other)
                untouched.Add((fresh, $"after {what} was refused with {other}"));
        }
        await ExpectFreshAsync(store, untouched, token).ConfigureAwait(false);
    }

    /// <summary>The name of a definite error, or null when the call was accepted.</summary>
    static async ValueTask<string?> RefusalAsync(
        IRateLimitCounter store, string key, ulong amount, TimeSpan window, CancellationToken token)
    {
        try
        {
            await store.IncrementAsync(key, amount, window, token).ConfigureAwait(false);
            return null;
        }
        catch (StorageException transient) when (transient.IsTransient)
        {
            return null;
        }
        catch (Exception refusal) when (refusal is ArgumentException or StorageException or ArithmeticException)
        {
            return refusal.GetType().Name;
        }
    }

    static async ValueTask ExpectFreshAsync(
        IRateLimitCounter store, List<(string Key, string When)> untouched, CancellationToken token)
    {
        foreach (var (key, when) in untouched)
        {
            await store.ExpectCurrentAsync(key, 0, $"of a fresh key {when}", token).ConfigureAwait(false);
            await store.ExpectIncrementAsync(
                key, 1, CounterExpectations.ShortWindow, 1, $"on a fresh key {when}", token)
                .ConfigureAwait(false);
        }
        foreach (var (key, when) in untouched)
            await store.ExpectEndAsync(key, $"there was another one {when}", token).ConfigureAwait(false);
    }
}
