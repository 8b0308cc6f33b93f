namespace StorageKit.Postgres;

/// <summary>The tables of Agent Assembly's Rust driver, read and never written, for services that stand beside it.
/// </summary>
internal sealed class AgentAssemblyLayout : IStoreLayout
{
    internal const string Option = "[storage.postgres] layout = \"agent-assembly\"";

    internal static AgentAssemblyLayout Instance { get; } = new();

    public string? WhyNotServed(Type contract)
    {
        if (contract == typeof(IAuditSink))
            return $"{Option} takes no audit entries: audit_logs has no place for payload, session, seq and hashes, so "
                + "that no entry could be read back or verified; select another driver for audit_sink";
        if (contract == typeof(ISessionStore) || contract == typeof(IRateLimitCounter))
            return $"{Option} has no sessions and no counters: Agent Assembly keeps them in redis; select the driver "
                + "redis, with the same layout in [storage.redis]";
        return contract == typeof(IObjectStore)
            ? $"{Option} has no objects; select another driver for object_store"
            : null;
    }

    public async ValueTask<object?> OpenAsync(Type contract, DriverScope scope, CancellationToken cancellationToken)
    {
        var database = scope.Resource<PostgresDatabase>();
        if (contract == typeof(IPolicyStore))
            return await ReadableAsync(new AgentAssemblyPolicies(database, scope.Tenant), "policies", cancellationToken)
                .ConfigureAwait(false);
        if (contract == typeof(ILifecycleStore))
            return await ReadableAsync(new AgentAssemblyAgents(database, scope.Tenant), "agents", cancellationToken)
                .ConfigureAwait(false);
        if (contract != typeof(ICredentialStore)) return null;
        if (!database.Options.Plaintext)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"{Option} reads credentials that Agent Assembly stores unencrypted in its column ciphertext; accept "
                + "that with plaintext = true, or select another driver for credential_store", isTransient: false);
        return await ReadableAsync(
            new AgentAssemblyCredentials(database, scope.Tenant), "credentials", cancellationToken)
            .ConfigureAwait(false);
    }

    static async ValueTask<object> ReadableAsync(
        AgentAssemblyStore store, string table, CancellationToken cancellationToken)
    {
        await store.RequireReadableAsync(table, cancellationToken).ConfigureAwait(false);
        return store;
    }
}
