namespace StorageKit.Sqlite;

/// <summary>A tenant's next entries, in their order.</summary>
/// <param name="Entries">What goes, with its position.</param>
/// <param name="Unreadable">Positions of rows among them that cannot be decoded.</param>
internal sealed record WaitingBatch(
    IReadOnlyList<(long Position, AuditEntry Entry)> Entries, IReadOnlyList<long> Unreadable)
{
    const int EntryLimit = 500;
    const long SizeLimit = 4 << 20;

    internal static WaitingBatch Read(DatabaseConnection connection, byte[] tenant)
    {
        List<(long, AuditEntry)> entries = [];
        List<long> unreadable = [];
        var size = 0L;
        using var row = connection.Query(
            """
            SELECT position, entry_hash, digest, body FROM entries WHERE aside = 0 AND tenant = ?1
            ORDER BY position LIMIT ?2
            """,
            tenant, EntryLimit);
        while (size < SizeLimit && row.Read())
        {
            size += row.GetFieldValue<byte[]>(3).Length;
            if (OutboxRow.Decode(row) is { } entry) entries.Add((row.GetInt64(0), entry));
            else unreadable.Add(row.GetInt64(0));
        }
        return new(entries, unreadable);
    }
}
