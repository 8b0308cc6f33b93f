using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2004, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class WindowMustBeArmedWhenCreatedTests() : StoreRuleTests(new WindowMustBeArmedWhenCreated())
{
    static string Run(string script, string mark = "[|", string end = "|]") => Increment($$"""
        const string script = "{{script}}";
        return (ulong)await {{mark}}redis.ScriptEvaluateAsync(script, [key], [amount, (long)window.TotalMilliseconds, (int)window.TotalSeconds]){{end}};
        """);

    [Theory]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if tonumber(n) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('HINCRBY', KEYS[1], 'n', ARGV[1]); if 1 == n then redis.call('PEXPIRE', KEYS[1], ARGV[2]); end; return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if n == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1]) if n == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if tonumber(n) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCR', KEYS[1]) if n == '1' then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local t = redis.call('TTL', KEYS[1]) local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if t == -1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('TTL', KEYS[1]) == -2 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) > 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end return n")]
    [InlineData("if not redis.call('GET', KEYS[1]) then redis.call('SET', KEYS[1], 0, 'EX', ARGV[2]) end return redis.call('INCRBY', KEYS[1], ARGV[1])")]
    public Task A_script(string script) => Flags(Run(script));

    [Fact]
    public Task A_prepared_script_in_a_field() => Flags(Increment("""
        return (ulong)await [|redis.ScriptEvaluateAsync(Add, new { key = (RedisKey)key, delta = amount, ms = window.TotalMilliseconds })|];
        """, """
        static readonly LuaScript Add = LuaScript.Prepare(@"
            local count = redis.call('INCRBYFLOAT', @key, tonumber(@delta))
            local ttl = redis.call('TTL', @key)
            if count == @delta then
                redis.call('PEXPIRE', @key, @ms)
            end
            return count");
        """));

    [Fact]
    public Task A_command_by_name_in_a_helper() => Flags(Increment(
        "await ArmAsync(key, window); return 0;",
        "Task ArmAsync(string k, TimeSpan length) => [|redis.ExecuteAsync(\"EXPIRE\", k, (long)length.TotalMilliseconds)|];"));

    [Theory]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('TTL', KEYS[1]) == -1 then redis.call('EXPIRE', KEYS[1], ARGV[3]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if n == tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if tostring(n) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], 1) if tonumber(n) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local ttl = redis.call('PTTL', KEYS[1]) local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if ttl == -2 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local ttl = redis.call('PTTL', KEYS[1]) local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if ttl == -1 or ttl == -2 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("redis.call('SET', KEYS[1], 0, 'PX', ARGV[2], 'NX') return redis.call('INCRBY', KEYS[1], ARGV[1])")]
    [InlineData("if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('INCRBY', KEYS[1], ARGV[1]) end redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return ARGV[1]")]
    [InlineData("local n = tonumber(redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])) if n == tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return n")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) if redis.call('PTTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], math.ceil(ARGV[2] / 1000)) end return n")]
    [InlineData("local held = redis.pcall('GET', KEYS[1]) if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return ARGV[1] end return redis.call('INCRBY', KEYS[1], ARGV[1])")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) local other = redis.call('INCRBY', 'all', ARGV[1]) if other == 1 then redis.call('DEL', 'x') end redis.call('PEXPIRE', KEYS[1], ARGV[2]) return n")]
    public Task A_script_that_is_right(string script) => Accepts(Run(script, "", ""));

    [Theory]
    [InlineData("await redis.ExecuteAsync(\"PEXPIRE\", key, (long)window.TotalMilliseconds); return 0;")]
    [InlineData("await redis.ExecuteAsync(\"EXPIRE\", key, (long)Math.Ceiling(window.TotalSeconds)); return 0;")]
    [InlineData("await redis.ExecuteAsync(\"EXPIRE\", key, (long)(window.TotalMilliseconds / 1000)); return 0;")]
    [InlineData("var seconds = Math.Max(1, (int)window.TotalSeconds); await redis.ExecuteAsync(\"EXPIRE\", key, seconds); return 0;")]
    [InlineData("await redis.ExecuteAsync(\"PEXPIRE\", key, seconds * 1000); return 0;")]
    public Task A_command_in_its_unit(string statements) => Accepts(Increment(statements, "long seconds = 5;"));
}
