using StorageKit.Memory;

namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-Z11", Kills = "CFG-04", Says = "a section of 2 stores holds 2 connections, of one store 1")]
internal sealed class PoolForEachContract : IMutantDriver
{
    static readonly Type[] s_types = [typeof(MemoryCredentialStore), typeof(MemoryObjectStore)];

    public DriverUnderTest Create()
    {
        var server = new Server();
        var registration = new DriverRegistration("mutant")
        {
            Resources = MemoryDriver.Registration.Resources,
            BindOptions = MemoryDriver.Registration.BindOptions,
            Stores =
            [
                .. MemoryDriver.Registration.Stores
                    .Where(store => s_types.Contains(store.StoreType))
                    .Select(store => store with
                    {
                        OpenAsync = (scope, token) =>
                        {
                            server.Connect();
                            return store.OpenAsync(scope, token);
                        },
                    }),
            ],
        };
        return MutantDriver.Of(registration, "", server);
    }

    sealed class Server : IResourceProbe
    {
        int _connections;

        internal void Connect() => Interlocked.Increment(ref _connections);

        public ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) => new(_connections);

        public ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
            new(0L);
    }
}
