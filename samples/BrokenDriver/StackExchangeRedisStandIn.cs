// Stands in for the package StackExchange.Redis, so that this sample needs none. The rule goes by these names.
namespace StackExchange.Redis;

/// <summary>A Redis database.</summary>
public interface IDatabase
{
    /// <summary>GET.</summary>
    Task<string?> StringGetAsync(string key);

    /// <summary>SET.</summary>
    Task<bool> StringSetAsync(string key, string value);

    /// <summary>SET … PX … NX.</summary>
    Task<bool> StringSetAsync(string key, string value, TimeSpan? expiry, When when);

    /// <summary>INCRBY.</summary>
    Task<long> StringIncrementAsync(string key, long value);

    /// <summary>PEXPIRE.</summary>
    Task<bool> KeyExpireAsync(string key, TimeSpan expiry);

    /// <summary>DEL.</summary>
    Task<bool> KeyDeleteAsync(string key);

    /// <summary>EVAL.</summary>
    Task<long> ScriptEvaluateAsync(string script, string[] keys, long[] values);

    /// <summary>MULTI.</summary>
    ITransaction CreateTransaction();

    /// <summary>RPUSH.</summary>
    Task<long> ListRightPushAsync(string key, string value);

    /// <summary>LTRIM.</summary>
    Task ListTrimAsync(string key, long start, long stop);
}

/// <summary>Commands that are sent together.</summary>
public interface ITransaction : IDatabase
{
    /// <summary>EXEC.</summary>
    Task<bool> ExecuteAsync();
}

/// <summary>Under which condition a key is set.</summary>
public enum When
{
    /// <summary>Whether there is one or not.</summary>
    Always,

    /// <summary>If there is none: NX.</summary>
    NotExists,
}
