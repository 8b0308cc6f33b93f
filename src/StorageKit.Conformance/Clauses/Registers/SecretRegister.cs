using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Secrets as registers.</summary>
/// <param name="store">The store.</param>
/// <param name="length">Of every secret, in bytes; a multiple of 8.</param>
internal sealed class SecretRegister(ICredentialStore store, int length = 32) : IRegister
{
    public ValueTask WriteAsync(string key, ulong stamp, CancellationToken cancellationToken) =>
        store.PutSecretAsync(key, StampedBytes.Of(stamp, length), cancellationToken);

    public async ValueTask<OperationValue> ReadAsync(string key, CancellationToken cancellationToken) =>
        StampedBytes.Read(await store.GetSecretAsync(key, cancellationToken).ConfigureAwait(false), length);

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken) =>
        store.DeleteSecretAsync(key, cancellationToken);
}
