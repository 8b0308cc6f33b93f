namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L59", Kills = "LIF-09", Says = "NOT LINEARIZABLE")]
internal sealed class DeregisterRunsInTheBackground(ILifecycleStore inner) : LifecycleMutant(inner)
{
    public override ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _ = Task.Run(() => Inner.DeregisterAsync(agent, default).AsTask(), cancellationToken);
        return default;
    }
}
