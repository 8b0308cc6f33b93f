namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-08", Kills = "CRD-08", Says = "moved from another key: expected a StorageException of kind Serialization, but it succeeded")]
internal sealed class CiphertextIsNotBoundToItsKey : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretVault());

    internal sealed class Store(SecretVault vault, TenantId tenant) : SealedSecrets(vault, tenant)
    {
        protected override byte[] Binding(string key) => [];
    }
}
