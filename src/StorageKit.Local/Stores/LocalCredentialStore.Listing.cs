using StorageKit.Diagnostics;

namespace StorageKit.Local;

public sealed partial class LocalCredentialStore
{
    static readonly StoreOperation s_list = LocalTelemetry.Operation<ICredentialStore>(nameof(ListKeysAsync));

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, Files.Credentials, KeyFile.IsName, KeyOf, cancellationToken);

    // A name that is a hash does not tell the key: it stands before the secret, readable, as the other names are.
    string? KeyOf(string name)
    {
        try
        {
            if (KeyFile.KeyOf(name) is { } spelled) return spelled;
            if (Files.Credentials.Read(name) is not { } stored) return null;
            var key = Utf8.Text(KeyFile.ReadHead(new MemoryStream(stored, writable: false)));
            return KeyFile.Of(key).Name == name ? key : throw new FormatException("It is another key's.");
        }
        catch (FormatException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"\"{Files.Credentials.PathOf(name)}\" is named as a credential of no key; move it out of the folder");
        }
    }
}
