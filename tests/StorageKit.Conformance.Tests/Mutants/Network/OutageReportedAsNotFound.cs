namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-L05", Kills = "LIF-12", Says = "got NotFound, but nobody could know that")]
internal sealed class OutageReportedAsNotFound : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<ILifecycleStore>((inner, _, _) => new Store(inner));

    sealed class Store(ILifecycleStore inner) : ILifecycleStore, ILifecycleMonitor
    {
        public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
        {
            try
            {
                await inner.HeartbeatAsync(agent, cancellationToken);
            }
            catch (StorageException e)
            {
                throw new StorageException(StorageErrorKind.NotFound, "no heartbeat", e);
            }
        }

        public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
            inner.RegisterAsync(agent, cancellationToken);

        public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
            inner.DeregisterAsync(agent, cancellationToken);

        public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default) =>
            ((ILifecycleMonitor)inner).LastSeenAsync(agent, cancellationToken);

        public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default) =>
            ((ILifecycleMonitor)inner).ListAsync(cancellationToken);
    }
}
