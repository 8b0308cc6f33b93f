using System.Runtime.CompilerServices;
using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>Keeps secrets, a file for each, encrypted with AES-256-GCM and bound to its tenant and key.</summary>
[StorageDriver("local")]
public sealed partial class LocalCredentialStore
    : LocalStore, ICredentialStore, IKeyListing, ISealedSecrets, IAsyncDisposable
{
    static readonly StoreOperation s_get = LocalTelemetry.Operation<ICredentialStore>(nameof(GetSecretAsync));
    static readonly StoreOperation s_put = LocalTelemetry.Operation<ICredentialStore>(nameof(PutSecretAsync));
    static readonly StoreOperation s_delete = LocalTelemetry.Operation<ICredentialStore>(nameof(DeleteSecretAsync));

    readonly CredentialSeal _seal;
    readonly CredentialRotation _rotation;

    /// <summary>A store of secrets.</summary>
    /// <param name="folder">The section's folder.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <param name="ring">The keys; null when there is no <c>[storage.encryption]</c>.</param>
    /// <exception cref="StorageException">There are no keys, and the section does not say <c>plaintext = true</c>.
    /// </exception>
    public LocalCredentialStore(LocalFolder folder, TenantId tenant, KeyRing? ring = null) : base(folder, tenant)
    {
        _seal = new(LocalDriver.Name, tenant, ring, Options.Plaintext);
        _rotation = CredentialRotation.Start(_seal, this, folder.Logger);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ReadAsync(
            s_get, () => Files.Credentials.Read(file.Name) is { } stored
                ? _seal.Open(file.ContentOf(stored, Files.Credentials.PathOf(file.Name)), file.Key)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask PutSecretAsync(
        string key, [Secret] ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        var stored = _seal.Seal(value.Span, file.Key);
        return ChangeAsync(s_put, () => Files.Credentials.Replace(file.Name, file.Head, stored), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        var file = KeyFile.Of(key);
        return ChangeAsync(s_delete, () => Files.Credentials.Delete(file.Name), cancellationToken);
    }

    async IAsyncEnumerable<SealedSecret> ISealedSecrets.FindOthersAsync(
        ReadOnlyMemory<byte> current, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = await ReadAsync(
            () => Files.Credentials.Select(file => KeyFile.IsName(file.Name) ? file.Name : null), cancellationToken)
            .ConfigureAwait(false);
        foreach (var name in names)
        {
            var found = await ReadAsync(() => Sealed(name), cancellationToken).ConfigureAwait(false);
            if (found is { } secret && !secret.Stored.Span.StartsWith(current.Span)) yield return secret;
        }
    }

    // What no key leads to is found as well, and counted by who asks.
    SealedSecret? Sealed(string name)
    {
        try
        {
            if (Files.Credentials.Read(name) is not { } stored) return null;
            var key = KeyFile.KeyOf(name) is { } spelled
                ? Utf8.Bytes(spelled)
                : KeyFile.ReadHead(new MemoryStream(stored, writable: false));
            var file = KeyFile.Of(Utf8.Text(key));
            return new(key, file.ContentOf(stored, Files.Credentials.PathOf(name)));
        }
        catch (Exception e) when (e is FormatException or StorageException)
        {
            return default(SealedSecret);
        }
    }

    async ValueTask<int> ISealedSecrets.ReplaceAsync(
        IReadOnlyList<ResealedSecret> batch, CancellationToken cancellationToken)
    {
        var replaced = 0;
        foreach (var (found, stored) in batch)
        {
            var file = KeyFile.Of(Utf8.Text(found.Name.ToArray()));
            byte[] before = [.. file.Head, .. found.Stored.Span];
            if (await ReadAsync(
                () => Files.Credentials.ReplaceIf(file.Name, before, file.Head, stored), cancellationToken)
                .ConfigureAwait(false))
                replaced++;
        }
        return replaced;
    }

    /// <summary>Ends this store and the sealing in its background. May be called again.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return _rotation.DisposeAsync();
    }
}
