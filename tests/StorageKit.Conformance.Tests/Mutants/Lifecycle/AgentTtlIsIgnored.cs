namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L61", Kills = "LIF-10", Says = "10 min after an agent's last sign of life")]
internal sealed class AgentTtlIsIgnored : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(LifecycleMutant), static section => section.Duration("agent_ttl"));
}
