namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>A table of a thousand counters; when it is full, the oldest makes room, its window over or not.</summary>
[Mutant(
    "M-RLC-23-FULL", Kills = "RLC-23",
    Says = "of 1200 keys in an open window, each incremented by 1: expected 1, got 0")]
internal class FullTableForgetsOpenWindows(IRateLimitCounter inner) : CounterMutant(inner)
{
    readonly Lock _lock = new();
    readonly Queue<string> _known = new();
    readonly HashSet<string> _keys = [];

    protected virtual int Capacity => 1000;

    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var total = await Inner.IncrementAsync(key, amount, window, cancellationToken);
        string? oldest = null;
        lock (_lock)
        {
            if (_keys.Add(key)) _known.Enqueue(key);
            if (_known.Count > Capacity && _known.TryDequeue(out oldest)) _keys.Remove(oldest);
        }
        if (oldest is not null) await Inner.ResetAsync(oldest, cancellationToken);
        return total;
    }
}
