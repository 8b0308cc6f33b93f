using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-01", Kills = "OBJ-01", Says = "they differ from byte")]
internal sealed class ContentThroughUtf8Text(IObjectStore inner) : ObjectMutant(inner)
{
    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Inner.WriteAsync(key, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content.Span)), cancellationToken);
}
