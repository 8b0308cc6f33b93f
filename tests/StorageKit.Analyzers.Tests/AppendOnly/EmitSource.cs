namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>A sink with a handle to many technologies, around the code that a test is about.</summary>
static class EmitSource
{
    /// <summary>
    /// EmitAsync is the statements given; <paramref name="members"/> stand in its class. It may use <c>repository</c>
    /// and <c>mirror</c>, whose calls are not known to the rules.
    /// </summary>
    public static string Emit(string statements, string members = "") => Sink($$"""
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{statements}}
            }
        {{members}}
        """);

    /// <summary>A sink with exactly these members.</summary>
    public static string Sink(string members) => $$"""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;
        using Npgsql;
        using StackExchange.Redis;
        using StorageKit;

        public interface IRepository { Task SaveAsync(AuditEntry entry, CancellationToken token); bool Insert(AuditEntry entry); Task<bool> ExistsAsync(Hash256 hash); }
        public interface IAlerts { Task RaiseAsync(string text); void Handle(Exception error); }
        public class AuditRow { public AuditRow(AuditEntry entry) { } public string Hash { get; set; } = ""; }
        public class AuditDb : DbContext { public DbSet<AuditRow> Rows => null!; }
        public record AuditOptions(bool Enabled, int Limit, string Path, AuditEventType[] Kinds);

        public class AcmeAudit(
            NpgsqlConnection connection, NpgsqlDataSource source, SqliteConnection sqlite, IDatabase redis, AuditDb db,
            IRepository repository, IRepository mirror, IAlerts alerts, ILogger<AcmeAudit> logger, AuditOptions options, TenantId tenant) : IAuditSink
        {
            const string Insert = "INSERT INTO audit_log (hash, body) VALUES (@hash, @body)";
            readonly ConcurrentQueue<AuditEntry> queue = new();
            readonly List<AuditEntry> entries = new();
            readonly SemaphoreSlim mutex = new(1, 1);
            readonly object gate = new();
            string Text(AuditEntry entry) => entry.ToString() ?? "";
            object All => (connection, source, sqlite, redis, db, repository, mirror, alerts, logger, options, tenant, queue, entries, mutex, gate);

        {{members}}
        }
        """;
}
