namespace StorageKit.Conformance;

/// <summary>How far a driver is proven. Each level includes those before it.</summary>
public enum Level
{
    /// <summary>The promises hold for one caller after another.</summary>
    Core,

    /// <summary>They hold for many callers at once.</summary>
    Concurrent,

    /// <summary>They hold while the network and the backend fail.</summary>
    FaultTolerant,

    /// <summary>What was acknowledged survives crashes.</summary>
    Durable,
}
