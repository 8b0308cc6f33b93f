namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-02", Kills = "CRD-02", Says = "expected 0 bytes, got null")]
internal sealed class EmptySecretIsNone(ICredentialStore inner) : SecretMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) => value.IsEmpty
        ? Inner.DeleteSecretAsync(key, cancellationToken)
        : Inner.PutSecretAsync(key, value, cancellationToken);
}
