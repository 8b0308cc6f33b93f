using Microsoft.Data.Sqlite;
using StorageKit;

namespace Drivers.NNumber;

[StorageDriver("sqlite-audit-Number")]
public sealed class SqliteAuditNumber(SqliteAuditNumber.Options options) : IAuditSink
{
    const string Insert = "INSERT INTO audit_log (seq, agent, body, hash) VALUES ($seq, $agent, $body, $hash)";

    [StorageOptions]
    public sealed class Options
    {
        public required string Path { get; init; }
    }

    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            await using var connection = new SqliteConnection($"Data Source={options.Path}");
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var transaction = connection.BeginTransaction();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Insert;
            Fill(command, entry);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw Map(e);
        }
    }

    static void Fill(SqliteCommand command, AuditEntry entry)
    {
        command.Parameters.AddWithValue("$seq", (long)entry.Seq);
        command.Parameters.AddWithValue("$agent", entry.AgentId.ToString());
        command.Parameters.AddWithValue("$body", entry.Payload);
        command.Parameters.AddWithValue("$hash", entry.EntryHash.ToString());
    }

    static StorageException Map(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => new StorageException(StorageErrorKind.Backend, "the database is locked", isTransient: true),
        13 => new StorageException(StorageErrorKind.Backend, "the disk is full"),
        _ => new StorageException(StorageErrorKind.Backend, $"sqlite: {e.SqliteErrorCode}"),
    };
}
