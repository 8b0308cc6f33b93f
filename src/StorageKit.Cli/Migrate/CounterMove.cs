namespace StorageKit.Cli.Migrate;

/// <summary>Moves windows that are running: each goes on in the target for what was left of it.</summary>
internal sealed class CounterMove(IRateLimitCounter from, IRateLimitCounter to) : IMove
{
    public string? Obstacle => (from, to) switch
    {
        (not IRateLimitWindows, _) => "the source cannot list its windows",
        (_, not IRateLimitWindows) => "the target cannot list its windows, so nobody could tell that it is empty",
        _ => null,
    };

    public async Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in ((IRateLimitWindows)to).ListWindowsAsync(cancellationToken)) return false;
        return true;
    }

    public async Task CopyAsync(Action<long> copied, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var window in ((IRateLimitWindows)from).ListWindowsAsync(cancellationToken))
        {
            // What was copied before an interruption must not be counted again.
            if (await to.CurrentAsync(window.Key, cancellationToken) == 0)
                await to.IncrementAsync(window.Key, window.Total, window.Remaining, cancellationToken);
            copied(++count);
        }
    }

    public async Task<(long Count, string? Difference)> CompareAsync(CancellationToken cancellationToken)
    {
        var (count, different) = (0L, 0L);
        await foreach (var window in ((IRateLimitWindows)from).ListWindowsAsync(cancellationToken))
        {
            count++;
            // A window may end between the two looks; then neither side has it.
            if (await to.CurrentAsync(window.Key, cancellationToken) != window.Total
                && await from.CurrentAsync(window.Key, cancellationToken) == window.Total)
                different++;
        }
        return (count, different == 0 ? null : $"{different} windows have other totals");
    }
}
