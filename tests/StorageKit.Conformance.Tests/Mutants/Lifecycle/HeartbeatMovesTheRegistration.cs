namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

/// <summary>A heartbeat writes the whole row, with the time of registration.</summary>
[Mutant("M-LIF-06-REGISTERED", Kills = "LIF-06", Says = "the time of registration after heartbeats")]
internal sealed class HeartbeatMovesTheRegistration(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override AgentStatus Heard(AgentStatus known) => base.Heard(known) with { RegisteredAt = Now() };
}
