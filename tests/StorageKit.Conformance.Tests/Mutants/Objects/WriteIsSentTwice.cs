using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-20", Kills = "OBJ-20", Says = "NOT LINEARIZABLE")]
internal sealed class WriteIsSentTwice(IObjectStore inner) : ObjectMutant(inner)
{
    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var copy = content.ToArray();
        await Inner.WriteAsync(key, copy, cancellationToken);
        LateRepeat.Of(() => Inner.WriteAsync(key, copy, CancellationToken.None));
    }
}
