namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C04", Kills = "CRD-04", Says = "among odd keys")]
internal sealed class KeysWithoutCase(ICredentialStore inner) : SecretMutant(inner)
{
    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.GetSecretAsync(key.ToUpperInvariant(), cancellationToken);

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        Inner.PutSecretAsync(key.ToUpperInvariant(), value, cancellationToken);

    public override ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.DeleteSecretAsync(key.ToUpperInvariant(), cancellationToken);
}
