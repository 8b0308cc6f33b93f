using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-18-B", Kills = "GEN-18", Says = "after the caller changed the array he had read")]
internal sealed class ReturnsItsOwnArray(IObjectStore inner) : ObjectMutant(inner)
{
    readonly ConcurrentDictionary<string, byte[]> _objects = new();

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        _objects[key] = content.ToArray();
        return default;
    }

    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        new(_objects.GetValueOrDefault(key));
}
