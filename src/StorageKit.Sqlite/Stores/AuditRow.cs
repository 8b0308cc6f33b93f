using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite;

/// <summary>An audit entry as a row: encoded and hashed before it is queued, so that the writer only writes.</summary>
internal sealed class AuditRow(AuditEntry entry)
{
    readonly byte[] _session = entry.SessionId.ToByteArray();
    readonly byte[] _seq = BigEndian(entry.Seq);
    readonly byte[] _entryHash = entry.EntryHash.ToByteArray();
    readonly byte[] _digest = entry.Digest.ToByteArray();
    readonly byte[] _body = Utf8.Bytes(entry.ToJson());

    /// <summary>Appends the entry at the tenant's next position.</summary>
    /// <returns>False when it is stored already.</returns>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Conflict"/>: chains are enforced, and this entry
    /// does not continue its session's.</exception>
    internal bool Append(DatabaseConnection connection, byte[] tenant, bool enforceChain)
    {
        var known = connection.Scalar("SELECT 1 FROM audit WHERE tenant = ?1 AND entry_hash = ?2", tenant, _entryHash);
        if (known is not null) return false;
        if (enforceChain) RequireNextInChain(connection, tenant);
        connection.Execute(
            """
            INSERT INTO audit (tenant, position, session, seq, entry_hash, digest, body)
            SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM audit WHERE tenant = ?1
            """,
            tenant, _session, _seq, _entryHash, _digest, _body);
        return true;
    }

    void RequireNextInChain(DatabaseConnection connection, byte[] tenant)
    {
        using var last = connection.Query(
            "SELECT seq, entry_hash FROM audit WHERE tenant = ?1 AND session = ?2 ORDER BY position DESC LIMIT 1",
            tenant, _session);
        var continues = last.Read()
            ? _seq.AsSpan().SequenceEqual(Successor(last.GetFieldValue<byte[]>(0)))
                && entry.PreviousHash == Hash256.FromBytes(last.GetFieldValue<byte[]>(1))
            : entry.Seq == 0 && entry.PreviousHash == Hash256.Genesis;
        if (!continues)
            throw new StorageException(
                StorageErrorKind.Conflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"entry {entry.Seq} does not continue the chain of session {entry.SessionId}; "
                    + $"read the chain's last entry and link to it, or set enforce_chain = false in [storage.sqlite]"));
    }

    /// <summary>Up to <paramref name="limit"/> records after a position.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: a row is damaged.</exception>
    internal static List<AuditRecord> Read(DatabaseConnection connection, byte[] tenant, long after, int limit)
    {
        List<AuditRecord> records = [];
        using var row = connection.Query(
            "SELECT position, digest, body FROM audit WHERE tenant = ?1 AND position > ?2 ORDER BY position LIMIT ?3",
            tenant, after, limit);
        while (row.Read()) records.Add(Decode(row));
        return records;
    }

    static AuditRecord Decode(SqliteDataReader row)
    {
        var position = (ulong)row.GetInt64(0);
        try
        {
            var entry = AuditEntry.FromJson(Utf8.Text(row.GetFieldValue<byte[]>(2)));
            return new(position, entry, Hash256.FromBytes(row.GetFieldValue<byte[]>(1)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new StorageException(
                StorageErrorKind.Serialization,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"audit record {position} is damaged and cannot be decoded; restore the file from a backup"));
        }
    }

    static byte[] BigEndian(ulong number)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return bytes;
    }

    // Wraps at the end of 64 bits, where no sequence gets to.
    static byte[] Successor(byte[] seq) => BigEndian(unchecked(BinaryPrimitives.ReadUInt64BigEndian(seq) + 1));
}
