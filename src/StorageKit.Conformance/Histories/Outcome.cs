namespace StorageKit.Conformance.Histories;

/// <summary>What the caller knows about an operation after it ended.</summary>
public enum Outcome
{
    /// <summary>The operation returned: it took effect between its call and its return.</summary>
    Ok,

    /// <summary>The operation was refused for certain: it had no effect, and checkers leave it out.</summary>
    Failed,

    /// <summary>Nobody knows (time-out, cancellation, reset connection): it may take effect at any time after its call,
    /// or never.</summary>
    Unknown,
}
