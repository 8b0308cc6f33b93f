using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterEntitySource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2012, code that breaks the rule.</summary>
public sealed class EntityMustCarryATokenTests() : StoreRuleTests(new EntityMustCarryAToken())
{
    [Theory]
    [InlineData("[|row.Count += (long)amount|];")]
    [InlineData("[|row.Count++|];")]
    [InlineData("[|row.Count = row.Count + (long)amount|];")]
    [InlineData("var next = row.Count + (long)amount; [|row.Count = next|];")]
    [InlineData("[|row.Count = Math.Min(row.Count + (long)amount, 1000)|];")]
    [InlineData("[|row.Add((long)amount)|];")]
    [InlineData("[|row.Count = Sum(row.Count, (long)amount)|];")]
    public Task Loaded_changed_and_saved(string change) => Flags(Rows($$"""
        var row = await db.Limits.FirstAsync(limit => limit.Key == key, cancellationToken);
        {{change}}
        await db.SaveChangesAsync(cancellationToken);
        return (ulong)row.Count;
        """, "static long Sum(long a, long b) => a + b;"));

    [Theory]
    [InlineData("db.Limits.FirstOrDefaultAsync(limit => limit.Key == key)")]
    [InlineData("db.Limits.SingleOrDefaultAsync(limit => limit.Key == key)")]
    [InlineData("db.Limits.Where(limit => limit.Key == key).SingleAsync()")]
    [InlineData("db.Set<Limit>().FindAsync(key)")]
    [InlineData("db.FindAsync<Limit>(key)")]
    [InlineData("LoadAsync(key)")]
    public Task However_it_is_loaded(string query) => Flags(Rows($$"""
        var row = await {{query}};
        if (row is null)
        {
            row = new Limit { Key = key };
            db.Limits.Add(row);
        }
        [|row.Count += (long)amount|];
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """, "Task<Limit> LoadAsync(string key) => db.Limits.Where(limit => limit.Key == key).FirstOrDefaultAsync();"));

    [Fact]
    public Task Synchronous_in_two_helpers() => Flags(Rows("""
        var row = db.Limits.First(limit => limit.Key == key);
        Bump(row, (long)amount);
        Save();
        return (ulong)row.Count;
        """, """
        static void Bump(Limit row, long by) => [|row.Count += by|];
        void Save() => db.SaveChanges();
        """));

    [Fact]
    public Task Untracked_and_then_updated() => Flags(Rows("""
        var row = await db.Limits.AsNoTracking().FirstAsync(limit => limit.Key == key);
        [|row.Count += (long)amount|];
        db.Limits.Update(row);
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """));

    [Fact]
    public Task Another_object_with_the_new_value() => Flags(Rows("""
        var row = await db.Limits.AsNoTracking().FirstAsync(limit => limit.Key == key);
        [|db.Limits.Update(new Limit { Key = key, Count = row.Count + (long)amount })|];
        await db.SaveChangesAsync();
        return (ulong)row.Count + amount;
        """));

    [Fact]
    public Task ExecuteUpdate_with_a_value_that_was_loaded() => Flags(Rows("""
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        var next = row.Count + (long)amount;
        await [|db.Limits.Where(limit => limit.Key == key).ExecuteUpdateAsync(set => set.SetProperty(limit => limit.Count, next))|];
        return (ulong)next;
        """));

    [Fact]
    public Task A_transaction_that_lets_others_in() => Flags(Rows("""
        using var transaction = db.Database.BeginTransaction(IsolationLevel.ReadCommitted);
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        [|row.Count += (long)amount|];
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """));

    [Theory]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) => model.Entity<Other>().Property(other => other.Version).IsRowVersion();")]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) => model.Entity<Limit>().Property(limit => limit.Count).IsConcurrencyToken(false);")]
    [InlineData("", "protected internal override void OnModelCreating(ModelBuilder model) => model.Entity<Other>(other => other.Property(row => row.Version).IsConcurrencyToken());")]
    [InlineData("[Required] public string Name { get; set; }", "")]
    public Task A_token_of_another_entity(string column, string model) => Flags(Rows("""
        var row = await db.Limits.FirstAsync(limit => limit.Key == key);
        [|row.Count += (long)amount|];
        await db.SaveChangesAsync();
        return (ulong)row.Count;
        """, "", column, model));

    [Fact]
    public Task A_context_from_a_factory_in_a_top_level_style() => Flags("""
        using Microsoft.EntityFrameworkCore;
        using StorageKit;
        public sealed class Quota { public string Id { get; set; } = ""; public ulong Used { get; set; } }
        public class QuotaDb : DbContext { public DbSet<Quota> Quotas => Set<Quota>(); }
        public sealed class Quotas(Func<QuotaDb> open) : IRateLimitCounter
        {
            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                var db = open();
                return await AddAsync(await db.Quotas.FindAsync([key]) ?? db.Add(new Quota { Id = key }).As());
                async Task<ulong> AddAsync(Quota quota)
                {
                    [|quota.Used += amount|];
                    await db.SaveChangesAsync(cancellationToken);
                    return quota.Used;
                }
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        static class Entries { public static T As<T>(this Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<T> entry) where T : class => null!; }
        """);
}
