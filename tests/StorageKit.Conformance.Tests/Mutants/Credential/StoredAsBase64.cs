using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-06", Kills = "CRD-06", Says = "NOT ENCRYPTED")]
internal sealed class StoredAsBase64 : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretVault());

    internal sealed class Store(SecretVault vault, TenantId tenant) : SealedSecrets(vault, tenant)
    {
        protected override byte[] Seal(ReadOnlySpan<byte> secret, byte[] binding) =>
            Encoding.ASCII.GetBytes(Convert.ToBase64String([0, .. secret]));

        protected override byte[] Open(byte[] stored, byte[] binding) =>
            Convert.FromBase64String(Encoding.ASCII.GetString(stored))[1..];
    }
}
