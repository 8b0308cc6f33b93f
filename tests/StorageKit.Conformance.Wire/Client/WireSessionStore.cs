namespace StorageKit.Conformance.Wire;

[StorageDriver("wire")]
public sealed class WireSessionStore(WireClient client, TenantId tenant) : ISessionStore
{
    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        (await client.CallAsync(WireFrame.Request(WireOperation.SessionSave, tenant, w =>
        {
            w.Write(session.SessionId.ToByteArray());
            w.Write(session.AgentId.ToByteArray());
            w.Write(session.StartedAtNs);
            w.Write(client.Options.SessionTtl?.Ticks ?? 0);
        }), cancellationToken)).Dispose();
    }

    public async ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        using var reply = await client.CallAsync(
            WireFrame.Request(WireOperation.SessionLoad, tenant, w => w.Write(session.ToByteArray())),
            cancellationToken);
        return reply.ReadBoolean()
            ? new(session, AgentId.FromBytes(reply.ReadBytes(16)), reply.ReadUInt64())
            : null;
    }

    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        (await client.CallAsync(
            WireFrame.Request(WireOperation.SessionDelete, tenant, w => w.Write(session.ToByteArray())),
            cancellationToken)).Dispose();
}
