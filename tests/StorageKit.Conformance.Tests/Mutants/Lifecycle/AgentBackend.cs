namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

/// <summary>Where <see cref="LockedLifecycle"/> keeps its agents; lock it.</summary>
internal sealed class AgentBackend
{
    internal Dictionary<(TenantId Tenant, AgentId Agent), AgentStatus> Agents { get; } = [];
}
