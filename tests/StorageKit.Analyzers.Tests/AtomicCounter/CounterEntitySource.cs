namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>Counters over EF Core around the code that a test is about.</summary>
static class CounterEntitySource
{
    /// <summary>
    /// A counter over <c>Limit</c> rows whose IncrementAsync is the statements given; <paramref name="members"/> stand
    /// in its class, <paramref name="column"/> in the entity, <paramref name="model"/> in the context.
    /// </summary>
    public static string Rows(string statements, string members = "", string column = "", string model = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Data;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using StorageKit;

        public class Limit
        {
            [Key] public string Key { get; set; }
            public long Count { get; set; }
            public DateTime Ends { get; set; }
            public void Add(long n) => Count += n;
            {{column}}
        }
        public class Other { public uint Version { get; set; } }
        public abstract class LimitsDb : DbContext
        {
            public abstract DbSet<Limit> Limits { get; }
            {{model}}
        }

        public class AcmeCounter(LimitsDb db) : IRateLimitCounter
        {
            readonly SemaphoreSlim mutex = new(1, 1);

            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{statements}}
            }

            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;

            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

            object All => mutex;
        {{members}}
        }
        """;
}
