namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L53", Kills = "LIF-02", Says = "of kind NotFound, got Backend")]
internal sealed class UnknownAgentIsABackendError(ILifecycleStore inner) : LifecycleMutant(inner)
{
    public override async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        try
        {
            await Inner.HeartbeatAsync(agent, cancellationToken);
        }
        catch (StorageException e)
        {
            throw new StorageException(StorageErrorKind.Backend, "no row was updated", e);
        }
    }
}
