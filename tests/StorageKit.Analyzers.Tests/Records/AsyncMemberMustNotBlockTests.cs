using StorageKit.Analyzers.Records;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3008: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class AsyncMemberMustNotBlockTests() : StoreRuleTests(new AsyncMemberMustNotBlock())
{
    static string Counter(string statements, string members = "") => $$"""
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using StackExchange.Redis;
        using StorageKit;
        public class AcmeCounter(IDatabase redis, SqliteConnection sqlite) : IRateLimitCounter
        {
            public async ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                {{statements}}
            }
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
            object All => (redis, sqlite);
            {{members}}
        }
        """;

    [Theory]
    [InlineData("return (ulong)[|redis.StringIncrementAsync(key, (long)amount).Result|];")]
    [InlineData("var task = redis.StringIncrementAsync(key, (long)amount); return (ulong)[|task.Result|];")]
    [InlineData("[|redis.KeyExpireAsync(key, window).Wait()|]; return amount;")]
    [InlineData("[|redis.KeyExpireAsync(key, window).Wait(1000)|]; return amount;")]
    [InlineData("return (ulong)[|redis.StringIncrementAsync(key, 1).GetAwaiter().GetResult()|];")]
    [InlineData("return (ulong)[|redis.StringIncrementAsync(key, 1).ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    [InlineData("[|Task.WaitAll(redis.StringIncrementAsync(key, 1), redis.KeyExpireAsync(key, window))|]; return amount;")]
    [InlineData("return (ulong)[|Task.Run(() => redis.StringIncrementAsync(key, 1)).Result|];")]
    [InlineData("return Add(key);")]
    public Task A_blocked_thread(string statements) => Flags(Counter(statements,
        statements.StartsWith("return Add", StringComparison.Ordinal)
            ? "ulong Add(string key) => (ulong)[|redis.StringIncrementAsync(key, 1).Result|];" : ""));

    [Theory]
    [InlineData("return (ulong)await redis.StringIncrementAsync(key, (long)amount);")]
    [InlineData("var tasks = new[] { redis.StringIncrementAsync(key, 1) }; await Task.WhenAll(tasks); return (ulong)tasks[0].Result;")]
    [InlineData("var task = redis.StringIncrementAsync(key, 1); await task; return (ulong)task.Result;")]
    [InlineData("var task = redis.StringIncrementAsync(key, 1); return task.IsCompletedSuccessfully ? (ulong)task.Result : (ulong)await task;")]
    [InlineData("return await redis.StringIncrementAsync(key, 1).ContinueWith(done => (ulong)done.Result);")]
    [InlineData("return Task.FromResult(amount).Result;")]
    [InlineData("return sqlite.ExecuteScalarAsync<ulong>(\"SELECT 1\").Result;")]
    [InlineData("return new Answer().Result;")]
    [InlineData("using var done = new ManualResetEventSlim(true); done.Wait(); return amount;")]
    public Task No_thread_waits(string statements) =>
        Accepts(Counter(statements, "sealed class Answer { public ulong Result => 1; }"));

    [Fact]
    public Task A_constructor_is_no_contract_member() => Accepts(Counter("return amount;",
        "public long Warm() => redis.StringIncrementAsync(\"warm\", 1).Result;"));
}
