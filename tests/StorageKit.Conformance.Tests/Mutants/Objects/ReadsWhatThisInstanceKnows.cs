using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-22", Kills = "OBJ-22", Says = "STALE READ", Shared = true)]
internal sealed class ReadsWhatThisInstanceKnows(IObjectStore inner) : ObjectMutant(inner)
{
    readonly PerInstanceCache<string, byte[]> _cache = new();

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        _cache.Keep(key, content.ToArray());
        return Inner.WriteAsync(key, content, cancellationToken);
    }

    public override async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        _cache.Find(key) ?? await Inner.ReadAsync(key, cancellationToken);
}
