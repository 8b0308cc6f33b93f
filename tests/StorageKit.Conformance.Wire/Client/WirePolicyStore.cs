namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WirePolicyStore(WireClient client, TenantId tenant) : IPolicyStore, IPolicyWriter
{
    public async ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        using var reply = await client.CallAsync(
            WireFrame.Request(WireOperation.PolicyGet, tenant, w => w.Write(agent.ToByteArray())), cancellationToken);
        return reply.ReadString() is { Length: > 0 } json ? PolicyDocument.FromJson(json) : null;
    }

    public async ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        (await client.CallAsync(WireFrame.Request(WireOperation.Ping, tenant), cancellationToken)).Dispose();

    public async ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (await client.CallAsync(WireFrame.Request(WireOperation.PolicyPut, tenant, w =>
        {
            w.Write(agent.ToByteArray());
            w.Write(policy.ToJson());
        }), cancellationToken)).Dispose();
    }
}
