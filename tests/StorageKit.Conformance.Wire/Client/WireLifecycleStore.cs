using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireLifecycleStore(WireClient client, TenantId tenant) : ILifecycleStore, ILifecycleMonitor
{
    public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        (await CallAsync(WireOperation.AgentRegister, agent, cancellationToken)).Dispose();

    public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        (await CallAsync(WireOperation.AgentHeartbeat, agent, cancellationToken)).Dispose();

    public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        (await CallAsync(WireOperation.AgentDeregister, agent, cancellationToken)).Dispose();

    public async ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        using var reply = await CallAsync(WireOperation.AgentLastSeen, agent, cancellationToken);
        return reply.ReadInt64() is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    public async IAsyncEnumerable<AgentStatus> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reply = await client.CallAsync(
            WireFrame.Request(WireOperation.AgentList, tenant), cancellationToken);
        while (reply.ReadBoolean())
            yield return new(
                AgentId.FromBytes(reply.ReadBytes(16)), new(reply.ReadInt64(), TimeSpan.Zero),
                new(reply.ReadInt64(), TimeSpan.Zero));
    }

    ValueTask<BinaryReader> CallAsync(WireOperation operation, AgentId agent, CancellationToken cancellationToken) =>
        client.CallAsync(
            WireFrame.Request(operation, tenant, w => w.Write(agent.ToByteArray())), cancellationToken);
}
