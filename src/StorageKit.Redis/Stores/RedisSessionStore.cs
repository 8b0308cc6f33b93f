using System.Buffers.Binary;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Keeps sessions. They expire only where the section says <c>session_ttl</c>, counted from the last save;
/// record and expiry are written in one step.</summary>
/// <remarks>A record is 24 bytes: the agent's id, then the start as a big-endian number; what follows is for later
/// versions and is passed over.</remarks>
/// <param name="server">The section's server.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("redis")]
public sealed partial class RedisSessionStore(RedisServer server, TenantId tenant)
    : RedisStore(server), ISessionStore, IKeyListing
{
    static readonly StoreOperation s_save = RedisTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = RedisTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = RedisTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));

    const string Record = "the session's record";
    const int IdSize = 16;
    const int RecordSize = IdSize + sizeof(ulong);

    readonly RedisKeys _keys = new(server.Options.KeyPrefix, "session", tenant);

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ThrowIfDisposed();
        using var call = s_save.Start();
        return call.Watch(StoreAsync(session, cancellationToken));
    }

    async ValueTask StoreAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var record = new byte[RecordSize];
        session.AgentId.WriteTo(record);
        BinaryPrimitives.WriteUInt64BigEndian(record.AsSpan(IdSize), session.StartedAtNs);
        ReadOnlyMemory<byte>[] set = ["SET"u8.ToArray(), KeyOf(session.SessionId), record];
        if (Options.SessionTtl is { } ttl) set = [.. set, "PX"u8.ToArray(), Arguments.Milliseconds(ttl)];
        await SendAsync(Record, cancellationToken, set).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_load.Start();
        return call.Watch(FindAsync(session, cancellationToken));
    }

    async ValueTask<SessionRecord?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(Record, cancellationToken, "GET"u8.ToArray(), KeyOf(session))
            .ConfigureAwait(false);
        if (reply.Kind == RedisReplyKind.Null) return null;
        var record = reply.Text.Span;
        if (record.Length < RecordSize) throw RedisFailure.Damaged($"the record of session {session}");
        return new(
            session, AgentId.FromBytes(record[..IdSize]), BinaryPrimitives.ReadUInt64BigEndian(record[IdSize..]));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_delete.Start();
        return call.Watch(RemoveAsync(session, cancellationToken));
    }

    async ValueTask RemoveAsync(SessionId session, CancellationToken cancellationToken) =>
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), KeyOf(session)).ConfigureAwait(false);

    byte[] KeyOf(SessionId session) => _keys.Of(session.ToHex());
}
