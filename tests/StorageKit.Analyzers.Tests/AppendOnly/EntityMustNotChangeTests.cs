using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EntitySource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1003, code that breaks the rule.</summary>
public sealed class EntityMustNotChangeTests() : StoreRuleTests(new EntityMustNotChange())
{
    [Theory]
    [InlineData("[|db.AuditRows.Remove(row)|];")]
    [InlineData("[|db.Remove(row)|];")]
    [InlineData("[|db.RemoveRange(row)|];")]
    [InlineData("[|db.AuditRows.RemoveRange(row, row)|];")]
    [InlineData("[|db.Set<AuditRow>().Update(row)|];")]
    [InlineData("[|db.Update(row)|];")]
    [InlineData("[|db.Entry(row).State = EntityState.Modified|];")]
    [InlineData("[|db.Entry(row).State = EntityState.Deleted|];")]
    [InlineData("[|db.Entry(row).CurrentValues.SetValues(new { Json = \"\" })|];")]
    [InlineData("var e = db.Entry(row); [|e.State = EntityState.Deleted|];")]
    public Task A_call_with_a_row(string change) =>
        Flags(Entities($"public void Change(AuditRow row) {{ {change} db.SaveChanges(); }}"));

    [Theory]
    [InlineData("await [|db.AuditRows.Where(r => r.Id < 5).ExecuteDeleteAsync()|];")]
    [InlineData("[|db.AuditRows.ExecuteDelete()|]; await Task.Yield();")]
    [InlineData("await [|db.AuditRows.ExecuteUpdateAsync(s => s.SetProperty(r => r.IsArchived, true))|];")]
    [InlineData("var old = await db.AuditRows.Where(r => r.Id < 5).ToListAsync(); [|db.AuditRows.RemoveRange(old)|];")]
    [InlineData("var old = db.AuditRows.Where(r => r.Id < 5); [|db.RemoveRange(old)|]; await Task.Yield();")]
    public Task A_call_with_a_query(string change) =>
        Flags(Entities($"public async Task PurgeAsync() {{ {change} await db.SaveChangesAsync(); }}"));

    [Fact]
    public Task A_row_from_a_tracking_query_is_assigned_to() => Flags(Entities("""
        public async Task ArchiveAsync(long id)
        {
            var row = await db.AuditRows.FirstAsync(r => r.Id == id);
            [|row.IsArchived = true|];
            await db.SaveChangesAsync();
        }
        """));

    [Fact]
    public Task Rows_of_a_loop_and_a_found_row_are_assigned_to() => Flags(Entities("""
        public async Task RedactAsync(long id)
        {
            foreach (var row in db.AuditRows.Where(r => r.Id < 5)) [|row.Json = ""|];
            var one = await db.AuditRows.FindAsync(id) ?? throw new InvalidOperationException();
            [|one.Json += "x"|];
            Hide(one);
            await db.SaveChangesAsync();
        }
        void Hide(AuditRow row) => [|row.IsArchived = true|];
        """));

    [Fact]
    public Task The_member_itself_updates_what_is_there() => Flags(Entities(
        "",
        "[|db.Update(new AuditRow { Id = (long)entry.Seq, Json = entry.ToJson() })|]; await db.SaveChangesAsync();"));

    [Fact]
    public Task The_member_adds_the_new_and_removes_the_old() => Flags(Entities(
        "",
        Add + " [|db.AuditRows.RemoveRange(db.AuditRows.Where(r => r.Id < 5).ToList())|]; await db.SaveChangesAsync();"));

    [Fact]
    public Task A_helper_in_a_generic_base_class() => Flags("""
        using StorageKit;
        using Microsoft.EntityFrameworkCore;
        public class AuditRow { public string Json { get; set; } = ""; }
        public abstract class Repository(DbContext db)
        {
            protected void Put(AuditRow row) { db.Add(row); db.SaveChanges(); }
            public void Drop(AuditRow row) { [|db.Remove(row)|]; db.SaveChanges(); }
        }
        public class AcmeAudit(DbContext db) : Repository(db), IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                Put(new AuditRow { Json = entry.ToJson() });
                return default;
            }
        }
        """);
}
