namespace StorageKit.Redis;

/// <summary>How the data lies on the server.</summary>
public enum RedisLayout
{
    /// <summary>StorageKit's own keys: all tenants, all contracts of the driver.</summary>
    Native,

    /// <summary>The keys of Agent Assembly's Rust services, which may run on the same server: sessions, counters and
    /// policies of the system tenant.</summary>
    [OptionKey("agent-assembly")]
    AgentAssembly,
}
