namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L03", Kills = "LIF-05", Says = "keeps the stale one's time")]
internal sealed class RegisterKeepsTheOldLastSeen(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override AgentStatus Registered(AgentId agent, AgentStatus? stale) =>
        stale ?? base.Registered(agent, stale);
}
