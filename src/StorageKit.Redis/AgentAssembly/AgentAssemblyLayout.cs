namespace StorageKit.Redis;

/// <summary>The keys and formats of Agent Assembly's Rust driver, for services that stand beside it.</summary>
internal sealed class AgentAssemblyLayout : IStoreLayout
{
    const string Option = "[storage.redis] layout = \"agent-assembly\"";

    internal static AgentAssemblyLayout Instance { get; } = new();

    public string? WhyNotServed(Type contract) => contract == typeof(ILifecycleStore)
        ? $"{Option} has no agents: Agent Assembly keeps them in its PostgreSQL database, not in redis; select another "
            + "driver for lifecycle_store"
        : null;

    public async ValueTask<object?> OpenAsync(Type contract, DriverScope scope, CancellationToken cancellationToken)
    {
        var server = scope.Resource<RedisServer>();
        // A key without the tenant in it would be every tenant's.
        if (scope.Tenant != TenantId.System)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"{Option} has no tenant in its keys, so it serves the system tenant only, not {scope.Tenant}; give a "
                + "tenant a database or server of its own, or use layout = \"native\"", isTransient: false);
        if (contract == typeof(IRateLimitCounter)) return AgentAssemblyCounter.Open(server);
        if (contract == typeof(ISessionStore)) return new AgentAssemblySessions(server);
        if (contract != typeof(IPolicyStore)) return null;
        return await RedisPolicyStore
            .OpenOnAsync(
                server, scope.Tenant, new AgentAssemblyPolicies(server), new AgentAssemblyPolicyCache(server),
                cancellationToken)
            .ConfigureAwait(false);
    }
}
