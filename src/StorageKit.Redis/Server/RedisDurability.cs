namespace StorageKit.Redis;

/// <summary>What the server's own settings promise about a write that was acknowledged.</summary>
public enum RedisDurability
{
    /// <summary>The server does not let us look; promise nothing.</summary>
    Unknown,

    /// <summary>A restart of the server loses it, or all since the last snapshot.</summary>
    None,

    /// <summary>A crash of the machine loses about the last second (<c>appendfsync everysec</c>), or what the operating
    /// system had not written (<c>no</c>).</summary>
    Delayed,

    /// <summary>It is synced to the server's disk before it is acknowledged (<c>appendfsync always</c>).</summary>
    OnAcknowledge,
}
