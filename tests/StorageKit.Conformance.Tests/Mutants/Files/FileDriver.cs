using System.Reflection;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>A driver that keeps files, whose store a child process can open too.</summary>
/// <typeparam name="TStore">The store; its constructor takes the tenant's folder.</typeparam>
internal static class FileDriver<TStore> where TStore : class
{
    internal static void Register(Registry registry) => registry.Add(new DriverRegistration("files")
    {
        BindOptions = section =>
        {
            var folder = section.Text("folder");
            return section.Complete() ? folder.Value : null;
        },
        Stores =
        [
            new(typeof(TStore), Contracts, static (scope, _) => new(Activator.CreateInstance(
                typeof(TStore), Directory.CreateDirectory(
                    Path.Combine(scope.Options<string>(), scope.Tenant.ToHex())).FullName)!)),
        ],
    });

    /// <summary>The driver on a folder of its own, which goes with the harness.</summary>
    internal static DriverUnderTest Create()
    {
        var registry = new Registry();
        Register(registry);
        var files = new TemporaryFolder();
        return new(registry, "files", new DriverHarness($"folder = '{files.Path}'", files)) { Register = Register };
    }

    static ContractRegistration[] Contracts =>
    [
        .. from contract in typeof(TStore).GetInterfaces()
           let attribute = contract.GetCustomAttribute<StorageContractAttribute>(inherit: false)
           where attribute is not null
           select new ContractRegistration(attribute.Kind, contract),
    ];

    sealed class TemporaryFolder : IDataFolder, IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("storagekit-files-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
