using StorageKit;

namespace Acme;

[StorageDriver("acme", ProcessLocal = true)]
public sealed class AcmeCounter(AcmeWindows windows, TenantId tenant, TimeProvider time) : IRateLimitCounter
{
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        StorageArgument.Window(window);
        return OnWindow(key, cancellationToken, current =>
        {
            var (start, length, total) = current ?? (time.GetTimestamp(), window, 0);
            return windows.Open[(tenant, key)] =
                (start, length, total > ulong.MaxValue - amount ? ulong.MaxValue : total + amount);
        });
    }

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        OnWindow(key, cancellationToken, current => current ?? default);

    public async ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        await OnWindow(key, cancellationToken, _ =>
        {
            windows.Open.Remove((tenant, key));
            return default;
        });

    ValueTask<ulong> OnWindow(
        string key, CancellationToken cancellationToken,
        Func<(long Start, TimeSpan Length, ulong Total)?, (long Start, TimeSpan Length, ulong Total)> work)
    {
        StorageArgument.Key(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (windows)
        {
            ObjectDisposedException.ThrowIf(windows.IsDisposed, windows);
            if (time.GetElapsedTime(windows.Swept) > TimeSpan.FromMinutes(1)) Sweep();
            var open = windows.Open.TryGetValue((tenant, key), out var found) && !IsOver(found);
            return new(work(open ? found : null).Total);
        }
    }

    void Sweep()
    {
        windows.Swept = time.GetTimestamp();
        foreach (var (key, window) in windows.Open)
            if (IsOver(window)) windows.Open.Remove(key);
        windows.Open.TrimExcess();
    }

    bool IsOver((long Start, TimeSpan Length, ulong Total) window) =>
        time.GetElapsedTime(window.Start) >= window.Length;
}

[StorageResource]
public sealed class AcmeWindows : IDisposable
{
    internal Dictionary<(TenantId, string), (long Start, TimeSpan Length, ulong Total)> Open { get; } = [];

    internal long Swept { get; set; }

    internal bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
