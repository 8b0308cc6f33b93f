using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-Z19", Kills = "CRD-17", Says = "OPEN TO OTHERS")]
internal sealed class DefaultUmask : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SecretFiles());

    internal sealed class SecretFiles : IDataFolder, IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("storagekit-mutant-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    internal sealed class Store(ICredentialStore inner, SecretFiles files) : SecretMutant(inner)
    {
        public override async ValueTask PutSecretAsync(
            string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
        {
            await Inner.PutSecretAsync(key, value, cancellationToken);
            var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
            await File.WriteAllBytesAsync(Path.Combine(files.Path, name), value.ToArray(), cancellationToken);
        }
    }
}
