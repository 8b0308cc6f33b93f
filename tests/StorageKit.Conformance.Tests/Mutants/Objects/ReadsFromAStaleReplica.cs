using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-19", Kills = "OBJ-19", Says = "STALE READ")]
internal sealed class ReadsFromAStaleReplica(IObjectStore inner) : ObjectMutant(inner)
{
    readonly StaleReplica<string, byte[]> _replica = new();

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        _replica.Write(key, content.ToArray());
        return default;
    }

    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) => new(_replica.Read(key));
}
