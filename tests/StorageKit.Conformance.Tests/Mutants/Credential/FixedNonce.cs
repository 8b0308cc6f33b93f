namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C08", Kills = "CRD-07", Says = "SAME CIPHERTEXT")]
internal sealed class FixedNonce : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretVault());

    internal sealed class Store(SecretVault vault, TenantId tenant) : SealedSecrets(vault, tenant)
    {
        protected override byte[] Nonce() => new byte[12];
    }
}
