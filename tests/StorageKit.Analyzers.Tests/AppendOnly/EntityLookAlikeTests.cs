using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EntitySource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1003, code that looks alike and is correct.</summary>
public sealed class EntityLookAlikeTests() : StoreRuleTests(new EntityMustNotChange())
{
    [Theory]
    [InlineData("await db.AuditRows.AddAsync(new AuditRow { Json = entry.ToJson() });")]
    [InlineData("db.AuditRows.AddRange(new[] { new AuditRow { Json = entry.ToJson() } });")]
    [InlineData("db.Add(new AuditRow { Json = entry.ToJson() });")]
    [InlineData("var row = new AuditRow(); row.Json = entry.ToJson(); row.IsArchived = false; db.Set<AuditRow>().Add(row);")]
    public Task Adding(string add) => Accepts(Entities("", add + " await db.SaveChangesAsync();"));

    [Theory]
    [InlineData("db.Sessions.Remove(row);")]
    [InlineData("db.Remove(row);")]
    [InlineData("db.Update(row);")]
    [InlineData("db.Entry(row).State = EntityState.Deleted;")]
    [InlineData("db.Sessions.Where(s => s.Key == row.Key).ExecuteDelete();")]
    public Task Another_entity_of_the_same_context(string change) =>
        Accepts(Entities($"public void Forget(SessionRow row) {{ {change} db.SaveChanges(); }}"));

    [Fact]
    public Task A_row_of_another_set_is_assigned_to() => Accepts(Entities("""
        public async Task RenameAsync() { (await db.Sessions.FirstAsync(s => s.Key == "a")).Key = "b"; await db.SaveChangesAsync(); }
        """));

    [Fact]
    public Task A_row_that_is_not_tracked_is_only_an_object() => Accepts(Entities("""
        public async Task<AuditRow> ReadAsync(long id)
        {
            var row = await db.AuditRows.AsNoTracking().FirstAsync(r => r.Id == id);
            row.Json = row.Json.Trim();
            await db.SaveChangesAsync();
            return row;
        }
        """));

    [Fact]
    public Task A_tracked_row_in_a_method_that_saves_nothing() => Accepts(Entities("""
        public async Task<AuditRow> ReadAsync(long id) { var row = await db.AuditRows.FirstAsync(r => r.Id == id); row.Json = row.Json.Trim(); return row; }
        """));

    [Fact]
    public Task A_projection_is_a_copy() => Accepts(Entities("""
        public sealed class View { public string Json { get; set; } = ""; }
        public async Task<List<View>> ListAsync()
        {
            var views = await db.AuditRows.Select(r => new View { Json = r.Json }).ToListAsync();
            foreach (var view in views) view.Json = "";
            await db.SaveChangesAsync();
            return views;
        }
        """));

    [Fact]
    public Task A_list_of_rows_is_a_list() => Accepts(Entities("""
        readonly List<AuditRow> _batch = [];
        public void Forget(AuditRow row) { _batch.Remove(row); _batch.Clear(); }
        """));

    [Fact]
    public Task The_read_model_beside_a_log_in_another_sink() => Accepts(Entities(
        "public IAuditSink Inner { get; init; } = null!;",
        "await Inner.EmitAsync(entry, cancellationToken); db.Update(new AuditRow { Json = entry.ToJson() }); await db.SaveChangesAsync();"));

    [Fact]
    public Task An_exempt_method_carries_its_reason() => Accepts(Entities("""
        [ContractExempt("SK1003", Because = "A court may order that an entry is removed; the chain restarts.")]
        public void Remove(AuditRow row) { db.Remove(row); db.SaveChanges(); }
        """));
}
