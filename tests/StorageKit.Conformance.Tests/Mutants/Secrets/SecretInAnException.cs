namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-C10", Kills = "CRD-09",
    Says = "the value of a secret (in Base64) is in the StorageException of ICredentialStore.PutSecretAsync")]
internal sealed class SecretInAnException(ICredentialStore inner) : CredentialMutant(inner)
{
    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        try
        {
            await Inner.PutSecretAsync(key, value, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new StorageException(
                StorageErrorKind.Backend, "INSERT failed",
                new InvalidOperationException($"parameter $2 = '{Convert.ToBase64String(value.Span)}'", e));
        }
    }
}
