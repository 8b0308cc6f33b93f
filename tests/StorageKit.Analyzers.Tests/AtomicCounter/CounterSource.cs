namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>Counters around the code that a test is about.</summary>
static class CounterSource
{
    /// <summary>
    /// A counter with a handle to every technology, whose IncrementAsync is the statements given;
    /// <paramref name="members"/> stand in its class.
    /// </summary>
    public static string Increment(string statements, string members = "") => $$"""
        using System.Collections.Concurrent;
        using System.Data;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        using Npgsql;
        using StackExchange.Redis;
        using StorageKit;

        public class AcmeCounter(
            IDatabase redis, IDatabase limits, NpgsqlConnection connection, SqliteConnection sqlite, DbContext db, IMemoryCache memory, IDistributedCache cache)
            : IRateLimitCounter
        {
            readonly ConcurrentDictionary<string, ulong> totals = new();
            readonly Dictionary<string, ulong> plain = new();
            readonly SemaphoreSlim mutex = new(1, 1);
            readonly object gate = new();

            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{statements}}
            }

            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;

            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

            object All => (redis, limits, connection, sqlite, db, memory, cache, totals, plain, mutex, gate);
        {{members}}
        }
        """;

    /// <summary>A counter that keeps its numbers in fields; <paramref name="members"/> stand in its class.</summary>
    public static string Fields(string members) => $$"""
        using System.Collections.Concurrent;
        using StorageKit;

        public class AcmeCounter : IRateLimitCounter
        {
            readonly ConcurrentDictionary<string, Window> windows = new();
            readonly object gate = new();
            readonly SemaphoreSlim mutex = new(1, 1);

            public class Window { public ulong Total; public int Hits { get; set; } }

            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;

            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

            object All => (windows, gate, mutex);
        {{members}}
        }
        """;
}
