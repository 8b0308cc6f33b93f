using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>An audit entry as a row: encoded and hashed before it is queued, so that the writer only writes.</summary>
internal sealed class AuditRow(AuditEntry entry)
{
    internal AuditEntry Entry { get; } = entry;

    internal Guid Session { get; } = Ids.Of(entry.SessionId);

    internal byte[] EntryHash { get; } = entry.EntryHash.ToByteArray();

    internal byte[] Digest { get; } = entry.Digest.ToByteArray();

    internal byte[] Body { get; } = Utf8.Bytes(entry.ToJson());

    /// <summary>Columns position, digest, body.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: the row is
    /// damaged.</exception>
    internal static AuditRecord Decode(NpgsqlDataReader row)
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
                    $"audit record {position} is damaged and cannot be decoded; restore the database from a backup"));
        }
    }
}
