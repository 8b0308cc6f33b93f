using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Lua;

/// <summary>What Redis commands do to their keys: the table behind scripts and commands by name.</summary>
internal static class RedisCommands
{
    static readonly Dictionary<string, EffectKind> Kinds = Table(
        (EffectKind.Read,
            "GET STRLEN GETRANGE EXISTS TTL PTTL EXPIRETIME PEXPIRETIME HGET HMGET HGETALL HEXISTS HLEN LRANGE LLEN "
            + "LINDEX XRANGE XREVRANGE XLEN ZRANGE ZCARD ZCOUNT ZSCORE SCARD SISMEMBER SMEMBERS TYPE"),
        (EffectKind.AtomicUpdate, "INCR DECR INCRBY DECRBY INCRBYFLOAT HINCRBY HINCRBYFLOAT ZINCRBY GETSET"),
        (EffectKind.Append, "APPEND RPUSH LPUSH RPUSHX LPUSHX XADD SADD PFADD"),
        (EffectKind.Overwrite, "SET SETEX PSETEX SETRANGE HSET HMSET LSET"),
        (EffectKind.CreateOnly, "SETNX HSETNX"),
        (EffectKind.Expire, "EXPIRE PEXPIRE EXPIREAT PEXPIREAT GETEX"),
        (EffectKind.Delete,
            "DEL UNLINK GETDEL HDEL LPOP RPOP LREM SREM SPOP ZREM ZREMRANGEBYRANK ZREMRANGEBYSCORE ZREMRANGEBYLEX "
            + "ZPOPMIN ZPOPMAX XDEL RENAME RENAMENX"),
        (EffectKind.Truncate, "LTRIM XTRIM"));

    /// <summary>Commands whose first argument and all others are keys.</summary>
    static bool TakesKeysOnly(string command) => command is "DEL" or "UNLINK" or "EXISTS";

    /// <summary>The effects of a call, each with the expression that names its key.</summary>
    public static IEnumerable<(EffectKind Kind, string Key)> EffectsOf(LuaCall call)
    {
        if (call.Arguments is not [var key, ..])
            yield break;
        if (call.Command == "ZADD")
            yield return (call.Has("NX") ? EffectKind.CreateOnly : EffectKind.Append, key);
        if (!Kinds.TryGetValue(call.Command, out var kind))
            yield break;
        if (TakesKeysOnly(call.Command))
        {
            foreach (var each in call.Arguments)
                yield return (kind, each);
            yield break;
        }

        yield return (call.Command == "SET" && call.Has("NX") ? EffectKind.CreateOnly : kind, key);
        if (LengthOf(call) is not null && kind != EffectKind.Expire)
            yield return (EffectKind.Expire, key);
        if (call.Command == "XADD" && (call.Has("MAXLEN") || call.Has("MINID")))
            yield return (EffectKind.Truncate, key);
    }

    /// <summary>The length that the call gives its key to live, and whether it is in milliseconds; or null.</summary>
    public static (string Length, bool Milliseconds)? LengthOf(LuaCall call) => call.Command switch
    {
        "EXPIRE" when call.Arguments.Length > 1 => (call.Arguments[1], false),
        "PEXPIRE" when call.Arguments.Length > 1 => (call.Arguments[1], true),
        "SETEX" when call.Arguments.Length > 1 => (call.Arguments[1], false),
        "PSETEX" when call.Arguments.Length > 1 => (call.Arguments[1], true),
        "SET" or "GETEX" when call.After("EX") is { } seconds => (seconds, false),
        "SET" or "GETEX" when call.After("PX") is { } milliseconds => (milliseconds, true),
        _ => null,
    };

    /// <summary>Adds to a number and answers the sum.</summary>
    public static bool IsIncrement(string command) =>
        command is "INCR" or "INCRBY" or "INCRBYFLOAT" or "HINCRBY" or "HINCRBYFLOAT";

    static Dictionary<string, EffectKind> Table(params (EffectKind Kind, string Commands)[] rows) =>
        rows.SelectMany(row => row.Commands.Split(' ').Select(command => (command, row.Kind)))
            .ToDictionary(row => row.command, row => row.Kind, StringComparer.Ordinal);
}
