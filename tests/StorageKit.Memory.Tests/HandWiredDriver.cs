namespace StorageKit.Memory.Tests;

/// <summary>The registration, by hand, until the generator writes it.</summary>
internal static class HandWiredDriver
{
    internal static DriverRegistration Registration { get; } = new("memory")
    {
        BindOptions = static section =>
        {
            var sessionTtl = section.Duration("session_ttl");
            var agentTtl = section.Duration("agent_ttl");
            var enforceChain = section.Boolean("enforce_chain");
            return section.Complete()
                ? new MemoryOptions
                {
                    SessionTtl = sessionTtl.IsSet ? sessionTtl.Value : null,
                    AgentTtl = agentTtl.IsSet ? agentTtl.Value : null,
                    EnforceChain = enforceChain.Value,
                }
                : null;
        },
        UsesTimeProvider = true,
        Resources = [new(typeof(MemoryData), static (scope, _) => new(new MemoryData(scope.Options<MemoryOptions>(), scope.Time)))],
        Stores =
        [
            Store<IAuditSink, MemoryAuditSink>("audit_sink", static (data, tenant) => new(data, tenant)),
            Store<ICredentialStore, MemoryCredentialStore>("credential_store", static (data, tenant) => new(data, tenant)),
            Store<ILifecycleStore, MemoryLifecycleStore>("lifecycle_store", static (data, tenant) => new(data, tenant)),
            Store<IObjectStore, MemoryObjectStore>("object_store", static (data, tenant) => new(data, tenant)),
            Store<IPolicyStore, MemoryPolicyStore>("policy_store", static (data, tenant) => new(data, tenant)),
            Store<IRateLimitCounter, MemoryRateLimitCounter>("rate_limit_counter", static (data, tenant) => new(data, tenant)),
            Store<ISessionStore, MemorySessionStore>("session_store", static (data, tenant) => new(data, tenant)),
        ],
    };

    static StoreRegistration Store<TContract, TStore>(string kind, Func<MemoryData, TenantId, TStore> create)
        where TStore : class, TContract =>
        new(
            typeof(TStore), [new(kind, typeof(TContract))],
            (scope, _) => new(create(scope.Resource<MemoryData>(), scope.Tenant)))
        { ProcessLocal = true };
}
