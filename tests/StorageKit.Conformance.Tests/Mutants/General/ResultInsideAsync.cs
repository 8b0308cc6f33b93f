namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-G03", Kills = "GEN-17", Says = "ICredentialStore.GetSecretAsync deadlocks when its caller blocks")]
internal sealed class ResultInsideAsync(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(ReadAsync(key, cancellationToken).Result);

    async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return await base.GetSecretAsync(key, cancellationToken);
    }
}
