using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite;

/// <summary>An entry as a row of the outbox: encoded before it is queued, so that the writer only writes.</summary>
internal sealed class OutboxRow(AuditEntry entry)
{
    readonly byte[] _session = entry.SessionId.ToByteArray();
    readonly byte[] _entryHash = entry.EntryHash.ToByteArray();
    readonly byte[] _digest = entry.Digest.ToByteArray();
    readonly byte[] _body = Utf8.Bytes(entry.ToJson());

    /// <summary>Whether the entry is in the file already.</summary>
    internal bool IsHeld(DatabaseConnection connection, byte[] tenant) =>
        connection.Scalar("SELECT 1 FROM entries WHERE tenant = ?1 AND entry_hash = ?2", tenant, _entryHash)
            is not null;

    /// <summary>Adds the entry behind all others; beside its session's, where those are set aside.</summary>
    internal void Add(DatabaseConnection connection, byte[] tenant, long now) => connection.Execute(
        """
        INSERT INTO entries (tenant, session, entry_hash, digest, body, kept_at, aside)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6,
            EXISTS (SELECT 1 FROM entries WHERE tenant = ?1 AND session = ?2 AND aside = 1)
        WHERE NOT EXISTS (SELECT 1 FROM entries WHERE tenant = ?1 AND entry_hash = ?3)
        """,
        tenant, _session, _entryHash, _digest, _body, now);

    /// <summary>The entry of a row (position, entry_hash, digest, body); null when it is not what was
    /// written.</summary>
    internal static AuditEntry? Decode(SqliteDataReader row)
    {
        try
        {
            var entry = AuditEntry.FromJson(Utf8.Text(row.GetFieldValue<byte[]>(3)));
            return entry.EntryHash == Hash256.FromBytes(row.GetFieldValue<byte[]>(1))
                && entry.Digest == Hash256.FromBytes(row.GetFieldValue<byte[]>(2))
                ? entry
                : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
