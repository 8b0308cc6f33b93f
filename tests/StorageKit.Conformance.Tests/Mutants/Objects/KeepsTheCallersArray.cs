using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-14", Kills = "OBJ-14", Says = "after the array given")]
internal sealed class KeepsTheCallersArray(IObjectStore inner) : ObjectMutant(inner)
{
    readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _given = new();

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        _given[key] = content;
        return Inner.WriteAsync(key, content, cancellationToken);
    }

    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        new(_given.TryGetValue(key, out var content) ? content.ToArray() : null);
}
