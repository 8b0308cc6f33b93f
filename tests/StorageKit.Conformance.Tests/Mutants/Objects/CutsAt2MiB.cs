namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-15", Kills = "OBJ-15", Says = "after 4 MiB were written")]
internal sealed class CutsAt2MiB(IObjectStore inner) : ObjectMutant(inner)
{
    const int Most = 2 * 1024 * 1024;

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Inner.WriteAsync(key, content[..Math.Min(content.Length, Most)], cancellationToken);
}
