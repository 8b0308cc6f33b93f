using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterEntitySource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2012, code that looks alike and is correct.</summary>
public sealed class EntityTokenLookAlikeTests() : StoreRuleTests(new EntityMustCarryAToken())
{
    const string LoadAddSave = """
        while (true)
        {
            try
            {
                var row = await db.Limits.FirstAsync(limit => limit.Key == key);
                row.Count += (long)amount;
                await db.SaveChangesAsync();
                return (ulong)row.Count;
            }
            catch (DbUpdateException) { }
        }
        """;

    [Theory]
    [InlineData("[Timestamp] public byte[] Version { get; set; }", "")]
    [InlineData("[ConcurrencyCheck] public int Version { get; set; }", "")]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) => model.Entity<Limit>().Property(limit => limit.Count).IsConcurrencyToken();")]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) => model.Entity<Limit>(limit => limit.Property<uint>(\"xmin\").IsRowVersion());")]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) { var limit = model.Entity<Limit>(); limit.Property(row => row.Count).IsConcurrencyToken(); }")]
    [InlineData("", "class Configuration : IEntityTypeConfiguration<Limit> { public void Configure(EntityTypeBuilder<Limit> builder) => builder.Property(row => row.Count).IsConcurrencyToken(); }")]
    public Task A_concurrency_token(string column, string model) => Accepts(Rows(LoadAddSave, "", column, model));

    [Fact]
    public Task A_token_in_a_base_class() => Accepts(Rows(LoadAddSave).Replace("public class Limit\n", "public class Versioned { [Timestamp] public byte[] Version { get; set; } }\npublic class Limit : Versioned\n", StringComparison.Ordinal));

    [Fact]
    public Task ExecuteUpdate_that_adds_to_the_column() => Accepts(Rows("""
        await db.Limits.Where(limit => limit.Key == key).ExecuteUpdateAsync(set => set.SetProperty(limit => limit.Count, limit => limit.Count + (long)amount));
        var row = await db.Limits.AsNoTracking().FirstAsync(limit => limit.Key == key);
        return (ulong)row.Count;
        """));

    [Fact]
    public Task ExecuteUpdate_that_compares_with_what_was_loaded() => Accepts(Rows("""
        while (true)
        {
            var row = await db.Limits.AsNoTracking().FirstAsync(limit => limit.Key == key);
            var seen = row.Count;
            var next = seen + (long)amount;
            if (await db.Limits.Where(limit => limit.Key == key && limit.Count == seen).ExecuteUpdateAsync(set => set.SetProperty(limit => limit.Count, next)) == 1)
                return (ulong)next;
        }
        """));

    [Fact]
    public Task ExecuteUpdate_that_begins_a_window() => Accepts(Rows("""
        var ends = DateTime.UtcNow + window;
        await db.Limits.Where(limit => limit.Key == key && limit.Ends < DateTime.UtcNow).ExecuteUpdateAsync(set => set.SetProperty(limit => limit.Ends, ends));
        return amount;
        """));

    [Fact]
    public Task Counted_for_the_decision_only() => Accepts(Rows("""
        var row = await db.Limits.AsNoTracking().FirstAsync(limit => limit.Key == key);
        row.Count += (long)amount;
        db.Limits.Add(new Limit { Key = key + ":seen" });
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """));

    [Fact]
    public Task Never_saved() => Accepts(Rows("""
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        row.Count += (long)amount;
        return (ulong)row.Count;
        """));

    [Fact]
    public Task A_row_per_increment() => Accepts(Rows("""
        db.Limits.Add(new Limit { Key = key, Count = (long)amount });
        await db.SaveChangesAsync();
        return (ulong)db.Limits.Where(limit => limit.Key == key).Sum(limit => limit.Count);
        """));

    [Fact]
    public Task A_value_that_does_not_come_from_the_row() => Accepts(Rows("""
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        row.Ends = DateTime.UtcNow + window;
        await db.SaveChangesAsync();
        return amount;
        """));

    [Fact]
    public Task A_serializable_transaction() => Accepts(Rows("""
        using var transaction = db.Database.BeginTransaction(IsolationLevel.Serializable);
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        row.Count += (long)amount;
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """));

    [Fact]
    public Task A_row_lock_taken_by_sql() => Accepts(Rows("""
        var row = await db.Limits.FromSql($"SELECT * FROM limits WHERE key = {key} FOR UPDATE").SingleAsync();
        row.Count += (long)amount;
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """));

    [Fact]
    public Task An_object_that_this_call_made() => Accepts(Rows("""
        var row = new Limit { Key = key };
        row.Count += (long)amount;
        db.Limits.Add(row);
        await db.SaveChangesAsync();
        return amount;
        """));

    [Fact]
    public Task A_lock_is_for_another_rule() => Accepts(Rows("""
        await mutex.WaitAsync();
        try
        {
            var row = await db.Limits.FirstAsync(limit => limit.Key == key);
            row.Count += (long)amount;
            await db.SaveChangesAsync();
            return (ulong)row.Count;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task A_store_that_promises_no_atomic_step() => Accepts("""
        using Microsoft.EntityFrameworkCore;
        using StorageKit;
        public class Visit { public int Times { get; set; } }
        public class Visits(DbContext db) : ISessionStore
        {
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                var visit = await db.FindAsync<Visit>(session.ToString());
                visit.Times++;
                await db.SaveChangesAsync();
            }
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
            public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);
}
