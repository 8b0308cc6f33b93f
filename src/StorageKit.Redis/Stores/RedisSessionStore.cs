using System.Buffers.Binary;

namespace StorageKit.Redis;

/// <summary>Keeps sessions. They expire only where the section says <c>session_ttl</c>, counted from the last save;
/// record and expiry are written in one step.</summary>
/// <remarks>A record is 24 bytes: the agent's id, then the start as a big-endian number; what follows is for later
/// versions and is passed over.</remarks>
/// <param name="server">The section's server.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("redis")]
public sealed class RedisSessionStore(RedisServer server, TenantId tenant) : RedisStore(server), ISessionStore
{
    const string Record = "the session's record";
    const int IdSize = 16;
    const int RecordSize = IdSize + sizeof(ulong);

    readonly RedisKeys _keys = new(server.Options.KeyPrefix, "session", tenant);

    /// <inheritdoc/>
    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var record = new byte[RecordSize];
        session.AgentId.WriteTo(record);
        BinaryPrimitives.WriteUInt64BigEndian(record.AsSpan(IdSize), session.StartedAtNs);
        ReadOnlyMemory<byte>[] set = ["SET"u8.ToArray(), KeyOf(session.SessionId), record];
        if (Options.SessionTtl is { } ttl) set = [.. set, "PX"u8.ToArray(), Arguments.Milliseconds(ttl)];
        await SendAsync(Record, cancellationToken, set).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default)
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
    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), KeyOf(session)).ConfigureAwait(false);

    byte[] KeyOf(SessionId session) => _keys.Of(session.ToHex());
}
