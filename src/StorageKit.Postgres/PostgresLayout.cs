namespace StorageKit.Postgres;

/// <summary>Whose tables the driver uses.</summary>
public enum PostgresLayout
{
    /// <summary>StorageKit's own schema: all tenants, all contracts.</summary>
    Native,

    /// <summary>The tables of Agent Assembly's Rust services, read only: policies, credentials and agents.</summary>
    [OptionKey("agent-assembly")]
    AgentAssembly,
}
