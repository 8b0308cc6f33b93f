using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Secrets and objects in a table of files.</summary>
/// <typeparam name="TTable">The table; a mutant's has the defect.</typeparam>
internal sealed class FileBytes<TTable>(string folder) : FileStore<TTable>(folder), ICredentialStore, IObjectStore
    where TTable : FileTable
{
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Alone(table => table.Read(key));

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        Alone(table => table.Write(key, value.ToArray()));

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Alone(table => table.Delete(key));

    public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
        GetSecretAsync(key, cancellationToken);

    public ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        PutSecretAsync(key, content, cancellationToken);

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        DeleteSecretAsync(key, cancellationToken);

    public async ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        await GetSecretAsync(key, cancellationToken) is not null;

    public async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (key, size) in await Alone(table => table.List().ToList()))
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                yield return new(key, size);
    }
}
