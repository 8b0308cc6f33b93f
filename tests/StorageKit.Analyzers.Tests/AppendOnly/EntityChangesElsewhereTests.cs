using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EntitySource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1003 in classes that are no store.</summary>
public sealed class EntityChangesElsewhereTests() : StoreRuleTests(new EntityMustNotChange())
{
    static string Elsewhere(string members, string emit = Add) => Entities("", emit) + $$"""

        public class Job(AppDb db)
        {
            object Db => db;
        {{members}}
        }
        """;

    [Fact]
    public Task A_retention_job() => Flags(Elsewhere("""
        public async Task RunAsync() => await [|db.AuditRows.Where(r => r.Id < 5).ExecuteDeleteAsync()|];
        """));

    [Fact]
    public Task An_endpoint_in_a_lambda() => Flags(Elsewhere("""
        public Func<long, Task> Endpoint() => async id =>
        {
            var row = await db.AuditRows.FirstAsync(r => r.Id == id);
            [|db.Remove(row)|];
            await db.SaveChangesAsync();
        };
        """));

    [Fact]
    public Task Rows_in_a_local() => Flags(Elsewhere("""
        public async Task RunAsync()
        {
            var old = await db.AuditRows.Where(r => r.Id < 5).ToListAsync();
            [|db.AuditRows.RemoveRange(old)|];
            await db.SaveChangesAsync();
        }
        """));

    [Fact]
    public Task A_tracked_row_that_is_assigned_to() => Flags(Elsewhere("""
        public async Task ArchiveAsync(long id)
        {
            var row = await db.AuditRows.FirstAsync(r => r.Id == id);
            [|row.IsArchived = true|];
            await db.SaveChangesAsync();
        }
        """));

    [Fact]
    public Task A_state_and_a_bulk_update() => Flags(Elsewhere("""
        public void Mark(AuditRow row) { [|db.Entry(row).State = EntityState.Modified|]; db.SaveChanges(); }
        public Task HideAsync() => [|db.AuditRows.ExecuteUpdateAsync(s => s.SetProperty(r => r.IsArchived, true))|];
        """));

    [Fact]
    public Task Other_entities() => Accepts(Elsewhere("""
        public void Forget(SessionRow row) { db.Remove(row); db.SaveChanges(); }
        public Task PurgeAsync() => db.Sessions.ExecuteDeleteAsync();
        """));

    [Fact]
    public Task Reading_adding_and_detaching() => Accepts(Elsewhere("""
        public Task<List<AuditRow>> ReadAsync() => db.AuditRows.AsNoTracking().Where(r => r.Id > 5).ToListAsync();
        public void Import(AuditRow row) { row.IsArchived = true; db.AuditRows.Add(row); db.SaveChanges(); }
        public void Detach(AuditRow row) => db.Entry(row).State = EntityState.Detached;
        """));

    [Fact]
    public Task A_compilation_whose_sink_stores_no_entities() => Accepts(Elsewhere("""
        public Task PurgeAsync() => db.AuditRows.ExecuteDeleteAsync();
        """, emit: "await System.IO.File.AppendAllTextAsync(\"log\", entry.ToJson());"));

    [Fact]
    public Task A_job_that_says_why() => Accepts(Elsewhere("""
        [ContractExempt("SK1003", Because = "The law orders that rows are removed after ten years, sealed by a checkpoint.")]
        public Task PurgeAsync() => db.AuditRows.Where(r => r.Id < 5).ExecuteDeleteAsync();
        """));
}
