using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-16", Kills = "GEN-16", Says = "the driver hangs in a child process: it was at 256 concurrent calls")]
internal sealed class WaitsForThePool : IMutantDriver
{
    public DriverUnderTest Create()
    {
        var registry = new Registry();
        Register(registry);
        return new(registry, "waiting", new DriverHarness()) { Register = Register };
    }

    static void Register(Registry registry) => registry.Add(new DriverRegistration("waiting")
    {
        Stores =
        [
            new(
                typeof(Store), [new("credential_store", typeof(ICredentialStore))],
                async (scope, token) =>
                {
                    var section = await new Registry().Add(MemoryDriver.Registration)
                        .OpenSectionAsync(MemoryDriver.Name, cancellationToken: token);
                    return new Store((await section.OpenTenantAsync(scope.Tenant, token)).Get<ICredentialStore>());
                })
            { ProcessLocal = true },
        ],
    });

    /// <summary>A caller on the pool waits for the pool: two of them wait for each other for ever.</summary>
    internal sealed class Store(ICredentialStore inner) : CredentialMutant(inner)
    {
        public override ValueTask<byte[]?> GetSecretAsync(
            string key, CancellationToken cancellationToken = default) =>
            new(Task.Run(
                async () =>
                {
                    await Task.Delay(1, cancellationToken);
                    return await Inner.GetSecretAsync(key, cancellationToken);
                },
                cancellationToken).Result);
    }
}
