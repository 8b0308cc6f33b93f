namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-18", Kills = "OBJ-18", Says = "after it was deleted and the driver reopened", Shared = true)]
internal sealed class LastWriteStaysInMemory(IObjectStore inner) : ObjectMutant(inner)
{
    (string Key, byte[] Content)? _last;

    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        if (_last is var (lastKey, lastContent)) await Inner.WriteAsync(lastKey, lastContent, cancellationToken);
        _last = (key, content.ToArray());
    }

    public override ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        _last is var (lastKey, content) && lastKey == key ? new(content) : Inner.ReadAsync(key, cancellationToken);
}
