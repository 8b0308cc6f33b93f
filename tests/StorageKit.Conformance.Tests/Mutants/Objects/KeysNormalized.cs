namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-07", Kills = "OBJ-07", Says = "among odd keys")]
internal sealed class KeysNormalized(IObjectStore inner) : ObjectMutant(inner)
{
    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.ReadAsync(Name(key), cancellationToken);

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Inner.WriteAsync(Name(key), content, cancellationToken);

    public override ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.DeleteAsync(Name(key), cancellationToken);

    public override ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.ExistsAsync(Name(key), cancellationToken);

    static string Name(string key) => key.IsNormalized() ? key : key.Normalize();
}
