namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-06-A", Kills = "GEN-06", Says = "expected OperationCanceledException, but it succeeded")]
internal sealed class IgnoresTheToken(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        base.GetSecretAsync(key, CancellationToken.None);
}
