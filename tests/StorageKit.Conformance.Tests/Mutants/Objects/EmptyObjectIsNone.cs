namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-04", Kills = "OBJ-04", Says = "expected 0 bytes, got null")]
internal sealed class EmptyObjectIsNone(IObjectStore inner) : ObjectMutant(inner)
{
    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => content.IsEmpty
        ? Inner.DeleteAsync(key, cancellationToken)
        : Inner.WriteAsync(key, content, cancellationToken);
}
