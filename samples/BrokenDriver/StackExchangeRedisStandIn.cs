// Stands in for the package StackExchange.Redis, so that this sample needs none. The rule goes by these names.
namespace StackExchange.Redis;

/// <summary>A Redis database.</summary>
public interface IDatabase
{
    /// <summary>RPUSH.</summary>
    Task<long> ListRightPushAsync(string key, string value);

    /// <summary>LTRIM.</summary>
    Task ListTrimAsync(string key, long start, long stop);
}
