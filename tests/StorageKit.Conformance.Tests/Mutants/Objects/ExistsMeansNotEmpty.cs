namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-06", Kills = "OBJ-06", Says = "ExistsAsync after it was replaced by an empty one")]
internal sealed class ExistsMeansNotEmpty(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        await Inner.ReadAsync(key, cancellationToken) is { Length: > 0 };
}
