using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Keeps policies, every version of them; reads answer with the highest. The database is the source of truth,
/// so that there is nothing to invalidate.</summary>
/// <param name="database">The section's schema.</param>
/// <param name="tenant">Whose policies they are.</param>
[StorageDriver("postgres")]
public sealed partial class PostgresPolicyStore(PostgresDatabase database, TenantId tenant)
    : PostgresStore(database, tenant), IPolicyStore, IPolicyWriter, IKeyListing
{
    static readonly StoreOperation s_get = PostgresTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = PostgresTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = PostgresTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));

    const string Put = """
        INSERT INTO policies (tenant, agent, version, body) VALUES ($1, $2, $3, $4)
        ON CONFLICT (tenant, agent, version) DO UPDATE SET body = excluded.body
        """;

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        ReadAsync(
            s_get, new(
                "SELECT body FROM policies WHERE tenant = $1 AND agent = $2 ORDER BY version DESC LIMIT 1",
                Tenant, Ids.Of(agent)),
            row => Decode(agent, row), cancellationToken);

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_invalidate.Start();
        return call.Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default);
    }

    /// <inheritdoc/>
    public async ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var json = policy.ToJson();
        StorageArgument.Key(json, nameof(policy));
        await WriteAsync(
            s_put, new(Put, Tenant, Ids.Of(agent), (long)policy.Version, Utf8.Bytes(json)), cancellationToken)
            .ConfigureAwait(false);
    }

    static PolicyDocument Decode(AgentId agent, NpgsqlDataReader row)
    {
        try
        {
            return PolicyDocument.FromJson(Utf8.Text(row.GetFieldValue<byte[]>(0)));
        }
        catch (FormatException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"the policy of agent {agent} cannot be decoded; put it again, as the version it has or a higher one");
        }
    }
}
