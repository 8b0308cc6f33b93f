namespace StorageKit.Conformance.Tests.Mutants.Credential;

/// <summary>A correct credential store, whose calls a mutant may replace.</summary>
internal class SecretMutant(ICredentialStore inner) : ICredentialStore
{
    protected ICredentialStore Inner => inner;

    public virtual ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        inner.GetSecretAsync(key, cancellationToken);

    public virtual ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        inner.PutSecretAsync(key, value, cancellationToken);

    public virtual ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) =>
        inner.DeleteSecretAsync(key, cancellationToken);
}
