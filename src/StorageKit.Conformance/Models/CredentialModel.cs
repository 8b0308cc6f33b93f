namespace StorageKit.Conformance.Models;

/// <summary>Secrets by key.</summary>
internal sealed class CredentialModel : BytesModel<ICredentialStore>
{
    protected override ValueTask PutAsync(ICredentialStore store, string key, byte[] value, CancellationToken token) =>
        store.PutSecretAsync(key, value, token);

    protected override ValueTask<byte[]?> GetAsync(ICredentialStore store, string key, CancellationToken token) =>
        store.GetSecretAsync(key, token);

    protected override ValueTask DeleteAsync(ICredentialStore store, string key, CancellationToken token) =>
        store.DeleteSecretAsync(key, token);
}
