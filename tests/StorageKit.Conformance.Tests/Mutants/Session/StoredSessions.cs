using System.Buffers.Binary;

namespace StorageKit.Conformance.Tests.Mutants.Session;

/// <summary>A correct session store over bytes.</summary>
internal class StoredSessions(SessionRecords records, TenantId tenant) : ISessionStore
{
    const int RecordSize = 24;

    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var record = new byte[RecordSize];
        session.AgentId.WriteTo(record);
        BinaryPrimitives.WriteUInt64BigEndian(record.AsSpan(16), session.StartedAtNs);
        records.Stored[SessionRecords.Key(tenant, Bytes(session.SessionId))] = record;
        return default;
    }

    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        if (!records.Stored.TryGetValue(SessionRecords.Key(tenant, Bytes(session)), out var record)) return default;
        return new(
            record.Length == RecordSize
                ? new(session, AgentId.FromBytes(record.AsSpan(0, 16)), BinaryPrimitives.ReadUInt64BigEndian(record.AsSpan(16)))
                : Damaged(session));
    }

    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        records.Stored.TryRemove(SessionRecords.Key(tenant, Bytes(session)), out _);
        return default;
    }

    protected virtual byte[] Bytes(SessionId session) => session.ToByteArray();

    protected virtual SessionRecord? Damaged(SessionId session) =>
        throw new StorageException(StorageErrorKind.Serialization, $"the record of session {session} is damaged");
}
