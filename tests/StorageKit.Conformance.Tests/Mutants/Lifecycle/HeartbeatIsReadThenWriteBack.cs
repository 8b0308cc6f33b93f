namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-Z31", Kills = "LIF-08", Says = "RESURRECTION")]
internal sealed class HeartbeatIsReadThenWriteBack(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    public override async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (Find(agent) is not { } known) throw NotFound();
        await Task.Yield();
        Put(Heard(known));
    }
}
