using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>Where a store hangs for ever. A part of the driver, so that the store can ask for it.</summary>
internal sealed class HangingPlace(string place, bool blocks)
{
    internal void Block(string at)
    {
        if (at == place && blocks) Thread.Sleep(Timeout.Infinite);
    }

    internal async ValueTask WaitAsync(string at)
    {
        Block(at);
        if (at == place) await Task.Delay(Timeout.Infinite);
    }
}

/// <summary>A counter that hangs in one place: in its constructor, in each method or in its disposal.</summary>
internal sealed class HangingEverywhere : IRateLimitCounter, IAsyncDisposable
{
    readonly ConcurrentDictionary<string, ulong> _totals = new();
    readonly HangingPlace _place;

    public HangingEverywhere(HangingPlace place)
    {
        _place = place;
        place.Block("constructor");
    }

    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await _place.WaitAsync("method");
        return _totals.AddOrUpdate(key, amount, (_, total) => total + amount);
    }

    public async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        await _place.WaitAsync("method");
        return _totals.GetValueOrDefault(key);
    }

    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        await _place.WaitAsync("method");
        _totals.TryRemove(key, out _);
    }

    public ValueTask DisposeAsync() => _place.WaitAsync("disposal");
}
