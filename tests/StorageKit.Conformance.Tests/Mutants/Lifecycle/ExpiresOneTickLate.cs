namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L62", Kills = "LIF-10", Says = "10 min after an agent's last sign of life")]
internal sealed class ExpiresOneTickLate : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(Store), static section => section.Duration("agent_ttl"));

    internal sealed class Store(AgentBackend backend, TenantId tenant, TimeProvider time)
        : LockedLifecycle(backend, tenant, time)
    {
        protected override bool IsExpired(AgentStatus known) => Now() > known.LastSeen + TimeSpan.FromMinutes(10);
    }
}
