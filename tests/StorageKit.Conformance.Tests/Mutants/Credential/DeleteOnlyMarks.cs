namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C14", Kills = "CRD-11", Says = "NOT PURGED")]
internal sealed class DeleteOnlyMarks : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretVault());

    internal sealed class Store(SecretVault vault, TenantId tenant) : SealedSecrets(vault, tenant)
    {
        protected override void Forget(byte[] stored) => Vault.Deleted.Enqueue(stored);
    }
}
