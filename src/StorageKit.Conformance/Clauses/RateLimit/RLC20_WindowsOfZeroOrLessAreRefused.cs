namespace StorageKit.Conformance.Clauses;

/// <summary>A window of zero or less is an ArgumentOutOfRangeException without effect; any longer one is accepted.
/// </summary>
[Clause(
    "RLC-20", "A window of zero or less is an ArgumentOutOfRangeException without effect; any longer one is accepted.",
    Contract = typeof(IRateLimitCounter))]
internal sealed class RLC20_WindowsOfZeroOrLessAreRefused : Clause<IRateLimitCounter>
{
    static readonly TimeSpan[] s_refused =
        [TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromSeconds(-1), TimeSpan.FromDays(-400), TimeSpan.MinValue];

    static readonly TimeSpan[] s_accepted =
    [
        TimeSpan.FromHours(1), TimeSpan.FromDays(400), TimeSpan.FromDays(3_652_425),
        TimeSpan.FromSeconds(uint.MaxValue),
        TimeSpan.MaxValue - TimeSpan.FromTicks(1), TimeSpan.MaxValue,
    ];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.IncrementAsync("open", 5, TimeSpan.FromHours(1), token).ConfigureAwait(false);
        foreach (var window in s_refused)
        {
            foreach (var (key, total) in new[] { ("fresh", 0ul), ("open", 5ul) })
            {
                await Expect.ThrowsAsync<ArgumentOutOfRangeException>(
                    async () => await store.IncrementAsync(key, 1, window, token).ConfigureAwait(false),
                    $"IncrementAsync with the window {window}, {key} key").ConfigureAwait(false);
                await store.ExpectCurrentAsync(key, total, $"after the window {window} was refused, {key} key", token)
                    .ConfigureAwait(false);
            }
        }

        // The shortest one may be over before its total can be read.
        await store.ExpectIncrementAsync("tick", 3, TimeSpan.FromTicks(1), 3, "with a window of one tick", token)
            .ConfigureAwait(false);
        foreach (var window in s_accepted)
        {
            var key = $"accepted {window.Ticks}";
            await store.ExpectIncrementAsync(key, 3, window, 3, $"with the window {window}", token)
                .ConfigureAwait(false);
            await store.ExpectCurrentAsync(key, 3, $"in a window of {window}", token).ConfigureAwait(false);
        }
    }
}
