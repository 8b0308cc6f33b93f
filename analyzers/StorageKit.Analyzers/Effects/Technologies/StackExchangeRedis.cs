namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>StackExchange.Redis; a key is the first argument of every call.</summary>
internal static class StackExchangeRedis
{
    public static Technology Technology { get; } = new(
        "Redis",
        [
            "StackExchange.Redis.IDatabase", "StackExchange.Redis.IDatabaseAsync", "StackExchange.Redis.LuaScript",
            "StackExchange.Redis.LoadedLuaScript",
        ],
        [
            new("StringGet", EffectKind.Read, Key: 0),
            new("StringGetWithExpiry", EffectKind.Read, Key: 0),
            new("KeyExists", EffectKind.Read, Key: 0),
            new("KeyTimeToLive", EffectKind.Read, Key: 0),
            new("StringSet", EffectKind.CreateOnly, Key: 0, Value: 1, When: "NotExists"),
            new("StringSet", EffectKind.Overwrite, Key: 0, Value: 1),
            new("StringGetSet", EffectKind.AtomicUpdate, Key: 0, Value: 1),
            new("StringIncrement", EffectKind.AtomicUpdate, Key: 0, Value: 1),
            new("StringDecrement", EffectKind.AtomicUpdate, Key: 0, Value: 1),
            new("HashGet", EffectKind.Read, Key: 0, SubKey: 1),
            new("HashGetAll", EffectKind.Read, Key: 0),
            new("HashSet", EffectKind.Overwrite, Key: 0, Value: 1, Parameters: "key,hashFields,flags"),
            new("HashSet", EffectKind.CreateOnly, Key: 0, Value: 2, SubKey: 1, When: "NotExists"),
            new("HashSet", EffectKind.Overwrite, Key: 0, Value: 2, SubKey: 1),
            new("HashIncrement", EffectKind.AtomicUpdate, Key: 0, Value: 2, SubKey: 1),
            new("HashDecrement", EffectKind.AtomicUpdate, Key: 0, Value: 2, SubKey: 1),
            new("ListRightPush", EffectKind.Append, Key: 0, Value: 1),
            new("ListLeftPush", EffectKind.Append, Key: 0, Value: 1),
            new("StreamAdd", EffectKind.Append, Key: 0, Value: 1),
            new("SortedSetAdd", EffectKind.CreateOnly, Key: 0, Value: 1, When: "NotExists"),
            new("SortedSetAdd", EffectKind.Append, Key: 0, Value: 1),
            new("SetAdd", EffectKind.Append, Key: 0, Value: 1),
            new("StringAppend", EffectKind.Append, Key: 0, Value: 1),
            new("ListSetByIndex", EffectKind.Overwrite, Key: 0, Value: 2),
            new("StringSetRange", EffectKind.Overwrite, Key: 0, Value: 2),
            new("ListRemove", EffectKind.Delete, Key: 0),
            new("ListLeftPop", EffectKind.Delete, Key: 0),
            new("ListRightPop", EffectKind.Delete, Key: 0),
            new("SortedSetRemove", EffectKind.Delete, Key: 0),
            new("SortedSetRemoveRangeByRank", EffectKind.Delete, Key: 0),
            new("SortedSetRemoveRangeByScore", EffectKind.Delete, Key: 0),
            new("SortedSetRemoveRangeByValue", EffectKind.Delete, Key: 0),
            new("SortedSetPop", EffectKind.Delete, Key: 0),
            new("SetRemove", EffectKind.Delete, Key: 0),
            new("SetPop", EffectKind.Delete, Key: 0),
            new("HashDelete", EffectKind.Delete, Key: 0),
            new("KeyRename", EffectKind.Delete, Key: 0),
            new("StringGetDelete", EffectKind.Delete, Key: 0),
            new("ListTrim", EffectKind.Truncate, Key: 0),
            new("StreamTrim", EffectKind.Truncate, Key: 0),
            new("StreamDelete", EffectKind.Delete, Key: 0),
            new("KeyDelete", EffectKind.Delete, Key: 0),
            new("KeyExpire", EffectKind.Expire, Key: 0),
            new("ScriptEvaluate", EffectKind.Script),
            new("ScriptEvaluateReadOnly", EffectKind.Script),
            new("Execute", EffectKind.Script),
            new("Evaluate", EffectKind.Script),
            new("LockTake", EffectKind.LockEnter),
            new("LockRelease", EffectKind.LockExit),
        ],
        "'StringIncrementAsync', 'HashIncrementAsync' or a Lua script");

    /// <summary>A transaction with a condition is refused when another caller was faster.</summary>
    public static Technology Conditions { get; } = new(
        "Redis transactions",
        ["StackExchange.Redis.ITransaction"],
        [new("AddCondition", EffectKind.CompareAndSet)]);
}
