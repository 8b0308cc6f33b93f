namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-CRD-09b", Kills = "CRD-09",
    Says = "the value of a secret (in hexadecimal digits) is in the ArgumentException")]
internal sealed class SecretInAnExceptionsData(ICredentialStore inner) : CredentialMutant(inner)
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
            e.Data["value"] = value.ToArray();
            throw;
        }
    }
}
