namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L56", Kills = "LIF-06", Says = "after a heartbeat")]
internal sealed class HeartbeatsInWholeSeconds(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override AgentStatus Heard(AgentStatus known) =>
        base.Heard(known with { LastSeen = DateTimeOffset.MinValue }) is var heard
            ? heard with { LastSeen = DateTimeOffset.FromUnixTimeSeconds(heard.LastSeen.ToUnixTimeSeconds()) }
            : known;
}
