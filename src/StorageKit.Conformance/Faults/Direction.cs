namespace StorageKit.Conformance.Faults;

/// <summary>Which way bytes go through a <see cref="FaultProxy"/>.</summary>
internal enum Direction
{
    /// <summary>From the driver to its backend.</summary>
    Requests,

    /// <summary>From the backend to its driver.</summary>
    Replies,
}
