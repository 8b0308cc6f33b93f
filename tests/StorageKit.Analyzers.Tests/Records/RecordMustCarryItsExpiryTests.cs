using StorageKit.Analyzers.Records;
using static StorageKit.Analyzers.Tests.Records.RecordSource;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3012, code that breaks the rule and correct code that looks like it.</summary>
public sealed class RecordMustCarryItsExpiryTests() : StoreRuleTests(new RecordMustCarryItsExpiry())
{
    [Theory]
    [InlineData("await redis.StringSetAsync(id, id); await [|redis.KeyExpireAsync(id, TimeSpan.FromHours(1))|];")]
    [InlineData("""await redis.HashSetAsync(id, "body", id); await [|redis.KeyExpireAsync(id, TimeSpan.FromHours(1))|];""")]
    [InlineData("""await redis.HashSetAsync(id, [new HashEntry("body", id)]); await [|redis.KeyExpireAsync(id, TimeSpan.FromHours(1))|];""")]
    [InlineData("""var key = $"s:{id}"; await redis.StringSetAsync(key, id); if (id.Length > 1) await [|redis.KeyExpireAsync(key, TimeSpan.FromHours(1))|];""")]
    [InlineData("await Write(id); await Arm(id); Task Write(string k) => redis.StringSetAsync(k, k); Task Arm(string k) => [|redis.KeyExpireAsync(k, TimeSpan.FromHours(1))|];")]
    public Task Two_commands(string statements) => Flags(Sessions(save: statements));

    [Theory]
    [InlineData("await redis.StringSetAsync(id, id, TimeSpan.FromHours(1));")]
    [InlineData("await redis.StringSetAsync(id, id, TimeSpan.FromHours(1)); await redis.KeyExpireAsync(id, TimeSpan.FromHours(2));")]
    [InlineData("await redis.StringSetAsync(id, id); await redis.KeyExpireAsync(id + \":index\", TimeSpan.FromHours(1));")]
    [InlineData("await redis.KeyExpireAsync(id, TimeSpan.FromHours(1));")]
    [InlineData("var tx = redis.CreateTransaction(); _ = tx.HashSetAsync(id, \"body\", id); _ = tx.KeyExpireAsync(id, TimeSpan.FromHours(1)); await tx.ExecuteAsync();")]
    [InlineData("await redis.ScriptEvaluateAsync(\"redis.call('SET', KEYS[1], ARGV[1]) redis.call('EXPIRE', KEYS[1], 60)\", new RedisKey[] { id });")]
    [InlineData("await redis.StringSetAsync(id, id);")]
    public Task One_step(string statements) => Accepts(Sessions(save: statements));
}
