using StorageKit;

namespace BrokenDriver;

/// <summary>A driver's class that no contract knows: there is nothing to register.</summary>
[StorageDriver("no-contract")] // SK0001
public sealed class NoContract
{
    /// <summary>Looks like a counter, and is none without <see cref="IRateLimitCounter"/>.</summary>
    public ValueTask<ulong> IncrementAsync(string key) => new((ulong)key.Length);
}
