using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-25", Kills = "RLC-25", Says = "SURVIVED A RESET")]
internal sealed class IncrementWritesOverAReset : IRateLimitCounter, IDisposable
{
    readonly ConcurrentDictionary<string, ulong> _totals = new();
    readonly SemaphoreSlim _oneIncrement = new(1);

    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await _oneIncrement.WaitAsync(cancellationToken);
        try
        {
            var total = _totals.GetValueOrDefault(key) + amount;
            await Task.Yield();
            return _totals[key] = total;
        }
        finally
        {
            _oneIncrement.Release();
        }
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        new(_totals.GetValueOrDefault(key));

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _totals[key] = 0;
        return default;
    }

    public void Dispose() => _oneIncrement.Dispose();
}
