namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-01", Kills = "CRD-01", Says = "after a longer one was replaced")]
internal sealed class PutKeepsTheFirst(ICredentialStore inner) : SecretMutant(inner)
{
    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        if (await Inner.GetSecretAsync(key, cancellationToken) is null)
            await Inner.PutSecretAsync(key, value, cancellationToken);
    }
}
