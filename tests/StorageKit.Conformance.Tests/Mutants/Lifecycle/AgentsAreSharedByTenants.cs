namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L09", Kills = "LIF-13", Says = "in a tenant where another tenant's agent is not registered")]
internal sealed class AgentsAreSharedByTenants(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override (TenantId Tenant, AgentId Agent) KeyOf(AgentId agent) => (TenantId.System, agent);
}
