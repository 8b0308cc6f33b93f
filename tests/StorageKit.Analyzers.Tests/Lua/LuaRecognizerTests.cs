using StorageKit.Analyzers.Lua;

namespace StorageKit.Analyzers.Tests.Lua;

/// <summary>What is found in scripts: commands, keys, and the conditions on which they run.</summary>
public sealed class LuaRecognizerTests
{
    static string Describe(LuaCall call) =>
        $"{call.Command}({string.Join(", ", call.Arguments)})" + string.Concat(
            call.Guard?.All().Select(guard => guard.WhenTrue ? $" if {guard.Condition}" : $" unless {guard.Condition}") ?? []);

    [Theory]
    [InlineData("return redis.call('INCRBY', KEYS[1], ARGV[1])", "INCRBY(KEYS[1], ARGV[1])")]
    [InlineData("return redis.pcall(\"get\", KEYS[ 1 ])", "GET(KEYS[1])")]
    [InlineData("redis.call([[SET]], 'a''b', 1 + 2)", "SET('a''b', 1+2)")]
    [InlineData("-- redis.call('DEL', KEYS[1])\nredis.call('PING') --[[ redis.call('DEL') ]]", "PING()")]
    [InlineData("--[==[ x ]] ]==] redis.call('A')", "A()")]
    [InlineData("local s = \"redis.call('DEL')\" redis.call('B', s)", "B('redis.call('DEL')')")]
    [InlineData("local call = redis.call local k = KEYS[1] call('DEL', k)", "DEL(KEYS[1])")]
    [InlineData("redis.call(ARGV[1], KEYS[1])", "(KEYS[1])")]
    [InlineData("redis.call('HSET', @key, @field, {1000})", "HSET(@key, @field, {1000})")]
    [InlineData("redis.call('SADD', KEYS[1], unpack({1, 2}))", "SADD(KEYS[1], unpack({1,2}))")]
    [InlineData("myredis.call('DEL', KEYS[1])", "")]
    [InlineData("redis.log(redis.LOG_WARNING, 'DEL')", "")]
    public void A_command_and_its_arguments(string script, string expected) =>
        Assert.Equal(expected, string.Join("; ", LuaRecognizer.Recognize(script).Select(Describe)));

    [Theory]
    [InlineData("local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], 60) end", "EXPIRE(KEYS[1], 60) if #0==1")]
    [InlineData("local n = redis.call('INCRBY', KEYS[1], ARGV[1])\nn = tonumber(n)\nif tonumber(ARGV[1]) == n then redis.call('EXPIRE', KEYS[1], ARGV[2]) end", "EXPIRE(KEYS[1], ARGV[2]) if tonumber(ARGV[1])==tonumber(#0)")]
    [InlineData("redis.call('INCR', KEYS[1]) if redis.call('TTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], 60) end", "EXPIRE(KEYS[1], 60) if #1<0")]
    [InlineData("local held = redis.call('GET', KEYS[1]) if not held then return 0 end redis.call('INCR', KEYS[1])", "INCR(KEYS[1]) unless not #0")]
    [InlineData("if a then redis.call('X') elseif b then redis.call('Y') else redis.call('Z') end redis.call('END')", "END()")]
    [InlineData("if a then x = 1 elseif b then redis.call('Y') end", "Y() if b unless a")]
    [InlineData("if a then return 1 else redis.call('Z') end", "Z() unless a")]
    [InlineData("for i = 1, 3 do redis.call('Z', i) end", "Z(i) if i=1,3")]
    [InlineData("local function f(k) redis.call('DEL', k) end f(KEYS[1])", "DEL(k)")]
    [InlineData("local t = 1 if x then t = 2 end redis.call('A', t)", "A(t)")]
    [InlineData("local n, m = 1, 2 redis.call('A', n)", "A(n)")]
    public void The_last_command_and_its_conditions(string script, string expected) =>
        Assert.Equal(expected, Describe(LuaRecognizer.Recognize(script)[^1]));
}
