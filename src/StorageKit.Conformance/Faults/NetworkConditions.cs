namespace StorageKit.Conformance.Faults;

/// <summary>How well the network carries what it does carry.</summary>
internal sealed record NetworkConditions
{
    /// <summary>As fast as the machine goes.</summary>
    internal static NetworkConditions Good { get; } = new();

    /// <summary>How long a reply is under way; zero or more.</summary>
    internal TimeSpan Latency { get; init; }

    /// <summary>By how much <see cref="Latency"/> is exceeded at most, at random.</summary>
    internal TimeSpan Jitter { get; init; }

    /// <summary>In how many bytes at a time both sides are sent what comes; 0 for all at once.</summary>
    internal int SliceBytes { get; init; }
}
