namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L52", Kills = "LIF-02", Says = "last-seen of an agent in an empty store")]
internal sealed class HeartbeatCreatesTheAgent(ILifecycleStore inner) : LifecycleMutant(inner)
{
    public override async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        try
        {
            await Inner.HeartbeatAsync(agent, cancellationToken);
        }
        catch (StorageException)
        {
            await Inner.RegisterAsync(agent, cancellationToken);
            throw;
        }
    }
}
