using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1005, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class RedisKeyMustOnlyGrowTests() : StoreRuleTests(new RedisKeyMustOnlyGrow())
{
    const string Push = "await redis.ListRightPushAsync(\"audit\", entry.ToJson()); ";

    static string Redis(string emit, string members = "") =>
        "using StackExchange.Redis;\n" + Sink(emit, members, "IDatabase redis, int max, TimeSpan keep");

    [Theory]
    [InlineData("await [|redis.ListTrimAsync(\"audit\", -max, -1)|];")]
    [InlineData("await [|redis.KeyExpireAsync(\"audit\", keep)|];")]
    [InlineData("await [|redis.ListLeftPopAsync(\"audit\")|];")]
    [InlineData("await [|redis.ListSetByIndexAsync(\"audit\", 0, entry.ToJson())|];")]
    [InlineData("await [|redis.KeyDeleteAsync(\"audit\")|];")]
    [InlineData("await [|redis.KeyRenameAsync(\"audit\", \"audit:old\")|];")]
    public Task The_list_that_the_member_pushes_to(string emit) => Flags(Redis(Push + emit));

    [Theory]
    [InlineData("public Task TrimAsync() => [|redis.ListTrimAsync(Key, -max, -1)|];")]
    [InlineData("public Task ClearAsync() { var key = Key; return [|redis.KeyDeleteAsync(key)|]; }")]
    [InlineData("public Task AgeAsync() => Task.WhenAll([|redis.KeyExpireAsync(\"audit\", keep)|]);")]
    public Task Another_method(string member) =>
        Flags(Redis("await redis.ListRightPushAsync(Key, entry.ToJson());", "const string Key = \"audit\"; " + member));

    [Fact]
    public Task A_list_for_each_session() => Flags(Redis(
        "await PushAsync($\"audit:{entry.SessionId}\", entry.ToJson());",
        """
        async Task PushAsync(string key, string json) { await redis.ListLeftPushAsync(key, json); await [|redis.ListTrimAsync(key, 0, max)|]; }
        public Task ForgetAsync(SessionId session) => [|redis.KeyDeleteAsync($"audit:{session}")|];
        """));

    [Theory]
    [InlineData("await [|redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson(), maxLength: 1000)|];")]
    [InlineData("await [|redis.StreamAddAsync(\"audit\", new NameValueEntry[] { new(\"e\", entry.ToJson()) }, null, max, true)|];")]
    [InlineData("await redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson()); await [|redis.StreamTrimAsync(\"audit\", max)|];")]
    [InlineData("await redis.SortedSetAddAsync(\"audit\", entry.ToJson(), entry.Seq); await [|redis.SortedSetRemoveRangeByScoreAsync(\"audit\", 0, 5)|];")]
    [InlineData("await [|redis.StringSetAsync(\"audit:last\", entry.ToJson())|];")]
    [InlineData("await [|redis.StringSetAsync($\"audit:{entry.SessionId}:{entry.Seq}\", entry.ToJson(), keep)|];")]
    [InlineData("await [|redis.HashSetAsync(\"audit\", $\"{entry.Seq}\", entry.ToJson())|];")]
    [InlineData("await [|redis.HashSetAsync($\"audit:{entry.Seq}\", new HashEntry[] { new(\"payload\", entry.Payload) })|];")]
    [InlineData("var t = redis.CreateTransaction(); _ = t.ListRightPushAsync(\"a\", entry.ToJson()); _ = [|t.ListTrimAsync(\"a\", -5, -1)|]; await t.ExecuteAsync();")]
    public Task Streams_sets_strings_hashes_and_transactions(string emit) => Flags(Redis(emit));

    [Theory]
    [InlineData(Push + "await [|redis.ExecuteAsync(\"LTRIM\", \"audit\", -1000, -1)|];")]
    [InlineData(Push + "[|redis.Execute(\"expire\", \"audit\", 60)|];")]
    [InlineData(Push + "await [|redis.ExecuteAsync(\"DEL\", \"other\", \"audit\")|];")]
    [InlineData("await [|redis.ExecuteAsync(\"XADD\", \"audit\", \"MAXLEN\", \"~\", 1000, \"*\", \"e\", entry.ToJson())|];")]
    [InlineData("await redis.ExecuteAsync(\"XADD\", \"audit\", \"*\", \"e\", entry.ToJson()); await [|redis.ExecuteAsync(\"XTRIM\", \"audit\", \"MAXLEN\", max)|];")]
    [InlineData("await [|redis.ScriptEvaluateAsync(\"redis.call('RPUSH', KEYS[1], ARGV[1]) redis.call('LTRIM', KEYS[1], -1000, -1)\", new RedisKey[] { \"audit\" }, new RedisValue[] { entry.ToJson() })|];")]
    [InlineData("RedisKey[] keys = [\"audit\"]; RedisValue[] values = [entry.ToJson(), 60]; await [|redis.ScriptEvaluateAsync(\"local k = KEYS[1]; redis.call('RPUSH', k, ARGV[1]); redis.call('EXPIRE', k, ARGV[2])\", keys, values)|];")]
    [InlineData(Push + "await [|redis.ScriptEvaluateAsync(\"return redis.call('DEL', KEYS[1])\", [\"audit\"])|];")]
    [InlineData(Push + "await [|redis.ScriptEvaluateAsync(LuaScript.Prepare(\"redis.call('LTRIM', @key, 0, @max)\"), new { key = (RedisKey)\"audit\", max })|];")]
    [InlineData("await [|redis.ScriptEvaluateAsync(\"redis.call('SET', KEYS[1], ARGV[1])\", [\"audit:last\"], [entry.ToJson()])|];")]
    public Task Commands_by_name_and_scripts(string emit) => Flags(Redis(emit));

    [Theory]
    [InlineData(Push + "await redis.ExecuteAsync(\"LTRIM\", \"recent\", -1000, -1);")]
    [InlineData("await redis.ExecuteAsync(\"XADD\", \"audit\", \"*\", \"e\", entry.ToJson());")]
    [InlineData("await redis.ExecuteAsync(\"RPUSH\", \"audit\", entry.ToJson()); await redis.ExecuteAsync(\"LLEN\", \"audit\");")]
    [InlineData("await redis.ScriptEvaluateAsync(\"if redis.call('SET', KEYS[2], 1, 'NX', 'EX', 60) then redis.call('RPUSH', KEYS[1], ARGV[1]) end\", [\"audit\", \"seen:\" + entry.EntryHash], [entry.ToJson()]);")]
    [InlineData("await redis.ScriptEvaluateAsync(\"redis.call('RPUSH', KEYS[1], ARGV[1]) redis.call('SET', KEYS[2], ARGV[2]) -- LTRIM KEYS[1]\", [\"audit\", \"head\"], [entry.ToJson(), $\"{entry.EntryHash}\"]);")]
    [InlineData("await redis.ScriptEvaluateAsync(\"redis.call('SET', KEYS[1], ARGV[1])\", [$\"audit:{entry.EntryHash}\"], [entry.ToJson()]);")]
    [InlineData(Push + "await redis.ExecuteAsync(\"PING\");")]
    public Task Commands_and_scripts_that_only_add(string emit) => Accepts(Redis(emit));

    [Theory]
    [InlineData(Push)]
    [InlineData("await redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson());")]
    [InlineData("await redis.StreamAddAsync(\"audit\", \"entry\", entry.ToJson(), maxLength: null);")]
    [InlineData("await redis.StringSetAsync($\"audit:{entry.Seq}\", entry.ToJson(), when: When.NotExists);")]
    [InlineData("await redis.StringSetAsync($\"audit:{entry.EntryHash}\", entry.ToJson());")]
    [InlineData("await redis.StringSetAsync($\"audit:{Guid.NewGuid()}\", entry.ToJson());")]
    [InlineData("await redis.HashSetAsync(\"audit\", $\"{entry.Seq}\", entry.ToJson(), When.NotExists);")]
    [InlineData("await redis.HashSetAsync(\"audit\", $\"{entry.EntryHash}\", entry.ToJson());")]
    [InlineData("await redis.SortedSetAddAsync(\"audit\", entry.ToJson(), entry.Seq, When.NotExists);")]
    [InlineData(Push + "await redis.StringSetAsync(\"audit:head\", $\"{entry.EntryHash}\");")]
    [InlineData(Push + "await redis.StringSetAsync(\"audit:last\", entry.ToJson());")]
    [InlineData(Push + "await redis.KeyExpireAsync(\"audit:lock\", keep); await redis.KeyDeleteAsync(\"audit:lock\");")]
    [InlineData(Push + "await redis.ListTrimAsync(\"recent\", -100, -1);")]
    [InlineData("if (await redis.StringSetAsync($\"seen:{entry.EntryHash}\", \"1\", keep, When.NotExists)) { " + Push + "} else await redis.KeyDeleteAsync($\"seen:{entry.EntryHash}\");")]
    [InlineData("await File.AppendAllTextAsync(\"a\", entry.ToJson()); await redis.StringSetAsync(\"last\", entry.ToJson(), keep);")]
    [InlineData("await redis.LockTakeAsync(\"l\", \"t\", keep); try { " + Push + "} finally { await redis.LockReleaseAsync(\"l\", \"t\"); }")]
    public Task Adding_and_keys_beside_the_log(string emit) => Accepts(Redis(emit));

    [Fact]
    public Task The_keys_of_a_session_are_not_those_of_its_log() => Accepts(Redis(
        "await redis.ListRightPushAsync($\"audit:{entry.SessionId}\", entry.ToJson());",
        "public Task UnlockAsync(SessionId session) => redis.KeyDeleteAsync($\"audit:{session}:lock\");"));

    [Fact]
    public Task Another_contract_of_the_class_deletes_its_own_keys() => Accepts("""
        using StorageKit;
        using StackExchange.Redis;
        public class Both(IDatabase redis) : IAuditSink, ISessionStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await redis.StreamAddAsync("audit", "entry", entry.ToJson());
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) =>
                await redis.StringSetAsync($"session:{session}", "x", TimeSpan.FromHours(1));
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
                await redis.KeyDeleteAsync($"session:{session}");
            public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) => default;
        }
        """);
}
