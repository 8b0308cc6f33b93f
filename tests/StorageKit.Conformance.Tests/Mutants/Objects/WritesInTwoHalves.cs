namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-21", Kills = "OBJ-21", Says = "MIXED VALUE")]
internal sealed class WritesInTwoHalves(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var old = await Inner.ReadAsync(key, cancellationToken) ?? [];
        var half = content.Length / 2;
        await Inner.WriteAsync(key, content[..half].ToArray().Concat(old.Skip(half)).ToArray(), cancellationToken);
        await Task.Yield();
        await Inner.WriteAsync(key, content, cancellationToken);
    }
}
