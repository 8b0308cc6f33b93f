using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>Neither operations alone nor time alone show it: a delete an hour after the write, and then a read.
/// </summary>
[Mutant("M-GEN-25", Kills = "GEN-25", Says = "IObjectStore, operation 4, get(\"i\"): expected null, got 1 bytes")]
internal sealed class EvictsOnlyYoungCacheEntries(IObjectStore inner, TimeProvider time) : ObjectMutant(inner)
{
    readonly ConcurrentDictionary<string, (byte[] Content, long At)> _cache = new();

    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(key, content, cancellationToken);
        _cache[key] = (content.ToArray(), time.GetTimestamp());
    }

    public override async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        await base.DeleteAsync(key, cancellationToken);
        if (_cache.TryGetValue(key, out var cached) && time.GetElapsedTime(cached.At) < TimeSpan.FromHours(1))
            _cache.TryRemove(key, out _);
    }

    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        _cache.TryGetValue(key, out var cached)
            ? new(cached.Content.ToArray())
            : base.ReadAsync(key, cancellationToken);
}
