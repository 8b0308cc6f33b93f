namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>Audit sinks over EF Core around the code that a test is about.</summary>
static class EntitySource
{
    public const string Add = "db.AuditRows.Add(new AuditRow { Json = entry.ToJson() }); await db.SaveChangesAsync(cancellationToken);";

    /// <summary>A sink that adds <c>AuditRow</c>; <paramref name="members"/> stand in its class.</summary>
    public static string Entities(string members, string emit = Add) => $$"""
        using StorageKit;
        using Microsoft.EntityFrameworkCore;

        public class AuditRow { public long Id { get; set; } public string Json { get; set; } = ""; public bool IsArchived { get; set; } }
        public class SessionRow { public string Key { get; set; } = ""; }
        public abstract class AppDb : DbContext
        {
            public abstract DbSet<AuditRow> AuditRows { get; }
            public abstract DbSet<SessionRow> Sessions { get; }
        }

        public class AcmeAudit(AppDb db) : IAuditSink
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
