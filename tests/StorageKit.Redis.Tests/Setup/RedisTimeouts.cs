using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>The time-outs of the suites' sections, far enough away for a busy machine.</summary>
internal sealed class RedisTimeouts : IOperationTimeout
{
    internal const string Options = "connect_timeout = '3s'\noperation_timeout = '3s'";

    /// <summary>A call that finds no connection opens one first.</summary>
    public TimeSpan OperationTimeout { get; } = TimeSpan.FromSeconds(6);
}
