using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>Keeps policies, every version of them; reads answer with the highest. The file is the source of truth, so
/// that there is nothing to invalidate.</summary>
/// <param name="database">The section's file.</param>
/// <param name="tenant">Whose policies they are.</param>
[StorageDriver("sqlite")]
public sealed partial class SqlitePolicyStore(SqliteDatabase database, TenantId tenant)
    : SqliteStore(database, tenant), IPolicyStore, IPolicyWriter, IKeyListing
{
    static readonly StoreOperation s_get = SqliteTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = SqliteTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = SqliteTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));

    const string Put = """
        INSERT INTO policies (tenant, agent, version, body) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (tenant, agent, version) DO UPDATE SET body = excluded.body
        """;

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        var id = agent.ToByteArray();
        return ReadAsync(
            s_get, connection => connection.Scalar(
                "SELECT body FROM policies WHERE tenant = ?1 AND agent = ?2 ORDER BY version DESC LIMIT 1", Tenant, id)
                is byte[] body
                ? Decode(agent, body)
                : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_invalidate.Start();
        return call.Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default);
    }

    /// <inheritdoc/>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var json = policy.ToJson();
        StorageArgument.Key(json, nameof(policy));
        var id = agent.ToByteArray();
        var body = Utf8.Bytes(json);
        var version = (long)policy.Version;
        return WriteAsync(s_put, connection => connection.Execute(Put, Tenant, id, version, body), cancellationToken);
    }

    static PolicyDocument Decode(AgentId agent, byte[] body)
    {
        try
        {
            return PolicyDocument.FromJson(Utf8.Text(body));
        }
        catch (FormatException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"the policy of agent {agent} cannot be decoded; put it again, as the version it has or a higher one");
        }
    }
}
