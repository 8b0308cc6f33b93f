namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L60", Kills = "LIF-10", Says = "just before the agent's 10 min are over")]
internal sealed class ExpiryMeasuredFromRegister : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(Store), static section => section.Duration("agent_ttl"));

    internal sealed class Store(AgentBackend backend, TenantId tenant, TimeProvider time)
        : LockedLifecycle(backend, tenant, time)
    {
        protected override bool IsExpired(AgentStatus known) => Now() >= known.RegisteredAt + TimeSpan.FromMinutes(10);
    }
}
