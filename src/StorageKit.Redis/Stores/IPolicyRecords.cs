namespace StorageKit.Redis;

/// <summary>Policies on the server, the highest version of each agent's: the source of truth.</summary>
internal interface IPolicyRecords
{
    /// <summary>The keys of the policies; a name is an agent's id in hexadecimal.</summary>
    RedisKeys Keys { get; }

    /// <summary>The policy, or null.</summary>
    ValueTask<PolicyDocument?> GetAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>Stores it, unless a higher version is there.</summary>
    ValueTask PutAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken);
}
