namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L54", Kills = "LIF-04", Says = "deregister of an agent that was never registered")]
internal sealed class DeregisterOfAnUnknownAgentFails(ILifecycleStore inner) : LifecycleMutant(inner)
{
    public override async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (await LastSeenAsync(agent, cancellationToken) is null)
            throw new StorageException(StorageErrorKind.NotFound, "no row was deleted");
        await Inner.DeregisterAsync(agent, cancellationToken);
    }
}
