namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-02", Kills = "OBJ-02", Says = "expected null, got 0 bytes")]
internal sealed class AbsentReadsAsEmpty(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        await Inner.ReadAsync(key, cancellationToken) ?? [];
}
