namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L57", Kills = "LIF-07", Says = "moved last-seen back")]
internal sealed class LastSeenFollowsTheWallClockBack(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override AgentStatus Heard(AgentStatus known) => known with { LastSeen = Now() };
}
