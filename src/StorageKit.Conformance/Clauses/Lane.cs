namespace StorageKit.Conformance;

/// <summary>What a clause needs to be run, and so how long a suite takes.</summary>
public enum Lane
{
    /// <summary>One caller after another; milliseconds.</summary>
    Fast,

    /// <summary>Many callers at once; their history is recorded and checked.</summary>
    Concurrent,

    /// <summary>A clock that the clause moves.</summary>
    Time,

    /// <summary>Faults between the driver and its backend.</summary>
    Network,

    /// <summary>Killed processes and torn files.</summary>
    Crash,

    /// <summary>Load and growth.</summary>
    Load,
}
