namespace StorageKit.Redis;

/// <summary>Where <see cref="RedisPolicyCache"/> keeps copies and leases, and the scripts on them.</summary>
internal interface IPolicyCacheKeys
{
    /// <summary>Answers the copy; or, as the only element of an array, the lease: the one that is there, or else
    /// <c>ARGV[1]</c>, which lasts for <c>ARGV[2]</c> ms. The agent's other keys follow.</summary>
    RedisScript Find { get; }

    /// <summary>Where the lease <c>ARGV[1]</c> is there and no copy of version <c>ARGV[2]</c> or higher: keeps
    /// <c>ARGV[3]</c> for <c>ARGV[4]</c> ms. Answers -1 when the lease is not there. The agent's other keys follow.
    /// </summary>
    RedisScript Fill { get; }

    /// <summary>The key of the copy.</summary>
    byte[] KeyOf(AgentId agent);

    /// <summary>The agent's other keys, in the same slot of a cluster.</summary>
    byte[][] OthersOf(AgentId agent);
}
