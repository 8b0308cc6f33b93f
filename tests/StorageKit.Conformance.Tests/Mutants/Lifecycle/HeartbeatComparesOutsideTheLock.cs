namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L58", Kills = "LIF-07", Says = "last-seen moved back")]
internal sealed class HeartbeatComparesOutsideTheLock(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    public override async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (Find(agent) is not { } known) throw NotFound();
        var heard = Heard(known);
        await Task.Yield();
        Put(heard);
    }
}
