namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-06-C", Kills = "GEN-06", Says = "the exception has another token")]
internal sealed class ThrowsAnotherToken(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? throw new OperationCanceledException()
            : base.DeleteSecretAsync(key, cancellationToken);
}
