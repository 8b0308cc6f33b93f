namespace StorageKit.Conformance.Power.Kills;

/// <summary>What was wrong with a store after a kill.</summary>
readonly record struct Findings
{
    /// <summary>Acknowledged writes that are not there.</summary>
    internal int Lost { get; init; }

    /// <summary>Entries that stand before one that was acknowledged before they were emitted.</summary>
    internal int Reordered { get; init; }

    /// <summary>What is there and was never written so, or cannot be read.</summary>
    internal int HalfWritten { get; init; }

    public static Findings operator +(Findings one, Findings other) => new()
    {
        Lost = one.Lost + other.Lost, Reordered = one.Reordered + other.Reordered,
        HalfWritten = one.HalfWritten + other.HalfWritten,
    };
}
