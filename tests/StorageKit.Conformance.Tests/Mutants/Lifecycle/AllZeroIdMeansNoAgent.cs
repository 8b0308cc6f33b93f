namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L51", Kills = "LIF-01", Says = "after its registration")]
internal sealed class AllZeroIdMeansNoAgent(ILifecycleStore inner) : LifecycleMutant(inner)
{
    public override ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        agent == default ? default : Inner.RegisterAsync(agent, cancellationToken);
}
