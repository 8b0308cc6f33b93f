using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-16", Kills = "OBJ-16", Says = "ESCAPED")]
internal sealed class KeysAreFileNames(IObjectStore inner, OutsideCopies copies) : ObjectMutant(inner)
{
    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        await Inner.WriteAsync(key, content, cancellationToken);
        copies.Write(key, content.Span);
    }
}
