using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-Z29", Kills = "GEN-24", Says = "GROWS WITH WHAT IS STORED")]
internal sealed class FullScanPerCall(IRateLimitCounter inner) : CounterMutant(inner)
{
    readonly Lock _lock = new();
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public override ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        lock (_lock) _known.Add(key);
        return base.IncrementAsync(key, amount, window, cancellationToken);
    }

    public override ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_known.LastOrDefault(known => string.Equals(known, key, StringComparison.OrdinalIgnoreCase)) is null)
                return new(0ul);
        }
        return base.CurrentAsync(key, cancellationToken);
    }
}
