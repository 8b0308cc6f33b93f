using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-17", Kills = "OBJ-17", Says = "in a tenant that has none")]
internal sealed class ReadsAcrossTenants(IObjectStore inner, TenantlessBytes all) : ObjectMutant(inner)
{
    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        all.Values[key] = content.ToArray();
        await Inner.WriteAsync(key, content, cancellationToken);
    }

    public override async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        await Inner.ReadAsync(key, cancellationToken) ?? all.Values.GetValueOrDefault(key);
}
