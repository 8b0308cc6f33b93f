using System.Security.Cryptography;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-08b", Kills = "CRD-08", Says = "one bit flipped: expected a StorageException of kind Serialization, but it succeeded")]
internal sealed class CiphertextHasNoTag : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretVault());

    internal sealed class Store(SecretVault vault, TenantId tenant) : SealedSecrets(vault, tenant)
    {
        protected override byte[] Seal(ReadOnlySpan<byte> secret, byte[] binding) => Mask(secret.ToArray(), binding);

        protected override byte[] Open(byte[] stored, byte[] binding) => Mask(stored, binding);

        static byte[] Mask(byte[] bytes, byte[] binding)
        {
            var mask = SHA256.HashData(binding);
            return [.. bytes.Select((value, i) => (byte)(value ^ mask[i % mask.Length]))];
        }
    }
}
