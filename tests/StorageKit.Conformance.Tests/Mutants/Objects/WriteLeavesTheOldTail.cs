namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-03", Kills = "OBJ-03", Says = "after it was written over another")]
internal sealed class WriteLeavesTheOldTail(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var old = await Inner.ReadAsync(key, cancellationToken) ?? [];
        await Inner.WriteAsync(
            key, content.ToArray().Concat(old.Skip(content.Length)).ToArray(), cancellationToken);
    }
}
