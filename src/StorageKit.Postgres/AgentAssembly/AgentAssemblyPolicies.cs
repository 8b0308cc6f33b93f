using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>Reads policies: of each agent the one with the highest <c>policy_version</c>.</summary>
[NotADriver]
internal sealed class AgentAssemblyPolicies(PostgresDatabase database, TenantId tenant)
    : AgentAssemblyStore(database, tenant), IPolicyStore
{
    static readonly StoreOperation s_get = PostgresTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = PostgresTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));

    const string Highest = """
        SELECT body::text FROM policies WHERE org_id = $1 AND agent_id = $2 ORDER BY policy_version DESC LIMIT 1
        """;

    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        ReadAsync(
            s_get, new(Highest, Organisation, agent.ToString()), row => Decode(agent, row.GetString(0)),
            cancellationToken);

    // The tables are the source of truth: there is nothing to drop.
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_invalidate.Start();
        return call.Watch(
            cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default);
    }

    static PolicyDocument Decode(AgentId agent, string json)
    {
        try
        {
            return PolicyDocument.FromJson(json);
        }
        catch (FormatException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"the highest version of the policy of agent {agent} in Agent Assembly's table policies is no policy "
                + "document; correct its body there");
        }
    }
}
