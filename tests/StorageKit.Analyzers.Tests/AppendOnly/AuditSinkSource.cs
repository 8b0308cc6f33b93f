namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>Audit sinks around the code that a test is about.</summary>
static class AuditSinkSource
{
    /// <summary>A sink over Npgsql that inserts into <c>audit_log</c>;
    /// <paramref name="members"/> stand in its class.</summary>
    public static string Npgsql(string members) => $$"""
        using StorageKit;
        using Npgsql;
        using Dapper;
        using Microsoft.EntityFrameworkCore;

        [StorageDriver("acme")]
        public class AcmeAudit(NpgsqlConnection connection, NpgsqlDataSource source, DbContext db) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await using var insert = new NpgsqlCommand("INSERT INTO audit_log (hash) VALUES (@hash) ON CONFLICT DO NOTHING", connection);
                insert.Parameters.AddWithValue("hash", "x");
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }

            void Use(object o) => _ = (source, db, o);
        {{members}}
        }
        """;

    /// <summary>A sink whose EmitAsync is the statements given; nothing else inserts.</summary>
    public static string Emit(string statements, string members = "") => $$"""
        using StorageKit;
        using Npgsql;
        using Dapper;
        using Microsoft.Data.Sqlite;

        public class AcmeAudit(NpgsqlConnection connection, SqliteConnection sqlite) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                _ = (connection, sqlite);
        {{statements}}
            }
        {{members}}
        }
        """;

    /// <summary>A sink without a database: <paramref name="emit"/> is what EmitAsync does.</summary>
    public static string Sink(string emit, string members = "", string parameters = "string path") => $$"""
        using StorageKit;
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Text;
        using System.Text.Json;

        public class AcmeAudit({{parameters}}) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{emit}}
            }
        {{members}}
        }
        """;
}
