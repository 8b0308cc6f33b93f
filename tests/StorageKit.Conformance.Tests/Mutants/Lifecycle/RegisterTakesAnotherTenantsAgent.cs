namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L63", Kills = "LIF-13", Says = "after another tenant registered the same id")]
internal sealed class RegisterTakesAnotherTenantsAgent(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    // The id is the primary key, and registering sets the row's tenant.
    protected override AgentStatus Registered(AgentId agent, AgentStatus? stale)
    {
        foreach (var row in Backend.Agents.Keys.Where(key => key.Agent == agent).ToArray()) Backend.Agents.Remove(row);
        return base.Registered(agent, stale);
    }
}
