namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-05", Kills = "OBJ-05", Says = "after one of three was deleted")]
internal sealed class DeleteTakesWhatIsBelow(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        await Inner.DeleteAsync(key, cancellationToken);
        foreach (var info in await ListAllAsync(key + "/", cancellationToken))
            await Inner.DeleteAsync(info.Key, cancellationToken);
    }
}
