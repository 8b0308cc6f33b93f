namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of StackExchange.Redis 2.</summary>
static class RedisStubs
{
    public const string Source = """
        #nullable disable
        namespace StackExchange.Redis
        {
            public enum When { Always, Exists, NotExists }
            public class RedisException : Exception { }
            public enum ExpireWhen { Always, GreaterThanCurrentExpiry, HasExpiry, HasNoExpiry, LessThanCurrentExpiry }
            public enum CommandFlags { None, FireAndForget = 2 }
            public struct RedisKey { public static implicit operator RedisKey(string key) => default; }
            public struct RedisResult { public static explicit operator int(RedisResult value) => 0; public static explicit operator long(RedisResult value) => 0; public static explicit operator ulong(RedisResult value) => 0; }
            public struct RedisValue
            {
                public bool IsNull => true;
                public bool HasValue => false;
                public static implicit operator RedisValue(string value) => default;
                public static implicit operator RedisValue(int value) => default;
                public static implicit operator RedisValue(long value) => default;
                public static implicit operator RedisValue(ulong value) => default;
                public static explicit operator long(RedisValue value) => 0;
                public static explicit operator ulong(RedisValue value) => 0;
            }
            public struct HashEntry { public HashEntry(RedisValue name, RedisValue value) { } }
            public struct NameValueEntry { public NameValueEntry(RedisValue name, RedisValue value) { } }
            public interface IConnectionMultiplexer { IDatabase GetDatabase(int db = -1); }
            public interface IDatabaseAsync
            {
                Task<RedisValue> StringGetAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
                Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<long> StringIncrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
                Task<double> StringIncrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
                Task<RedisValue> HashGetAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
                Task<bool> HashSetAsync(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<long> HashIncrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
                Task<long> ListRightPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<RedisValue> StreamAddAsync(RedisKey key, RedisValue streamField, RedisValue streamValue, RedisValue? messageId = null, int? maxLength = null, bool useApproximateMaxLength = false, CommandFlags flags = CommandFlags.None);
                Task<bool> KeyDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
                Task<bool> KeyExistsAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
                Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags);
                Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
                Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
                Task<TimeSpan?> KeyTimeToLiveAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
                Task<RedisResult> ScriptEvaluateAsync(LuaScript script, object parameters = null, CommandFlags flags = CommandFlags.None);
                Task<RedisResult> ExecuteAsync(string command, params object[] args);
                Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[] keys = null, RedisValue[] values = null, CommandFlags flags = CommandFlags.None);
                Task<bool> HashDeleteAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
                Task HashSetAsync(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None);
                Task<long> ListLeftPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<RedisValue> ListLeftPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
                Task ListTrimAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);
                Task ListSetByIndexAsync(RedisKey key, long index, RedisValue value, CommandFlags flags = CommandFlags.None);
                Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<long> SortedSetRemoveRangeByScoreAsync(RedisKey key, double start, double stop, CommandFlags flags = CommandFlags.None);
                Task<RedisValue> StreamAddAsync(RedisKey key, NameValueEntry[] streamPairs, RedisValue? messageId = null, int? maxLength = null, bool useApproximateMaxLength = false, CommandFlags flags = CommandFlags.None);
                Task<long> StreamTrimAsync(RedisKey key, int maxLength, bool useApproximateMaxLength = false, CommandFlags flags = CommandFlags.None);
                Task<bool> KeyRenameAsync(RedisKey key, RedisKey newKey, When when = When.Always, CommandFlags flags = CommandFlags.None);
                Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
                Task<bool> LockReleaseAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
            }
            public interface IDatabase : IDatabaseAsync
            {
                RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None);
                bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry = null, When when = When.Always, CommandFlags flags = CommandFlags.None);
                long StringIncrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
                bool KeyExpire(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);
                RedisResult ScriptEvaluate(string script, RedisKey[] keys = null, RedisValue[] values = null, CommandFlags flags = CommandFlags.None);
                RedisResult ScriptEvaluate(LuaScript script, object parameters = null, CommandFlags flags = CommandFlags.None);
                RedisResult Execute(string command, params object[] args);
                IBatch CreateBatch(object asyncState = null);
                ITransaction CreateTransaction(object asyncState = null);
            }
            public class Condition { public static Condition StringEqual(RedisKey key, RedisValue value) => null; }
            public sealed class LuaScript { public static LuaScript Prepare(string script) => null; public RedisResult Evaluate(IDatabase db, object ps = null) => default; }
            public interface IBatch : IDatabaseAsync { void Execute(); }
            public interface ITransaction : IBatch { void AddCondition(Condition condition); Task<bool> ExecuteAsync(CommandFlags flags = CommandFlags.None); }
        }
        """;
}
