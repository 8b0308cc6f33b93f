namespace StorageKit.Conformance.Checkers;

/// <summary>Where a search gives up with <see cref="VerdictStatus.Inconclusive"/>. Both limits are hard.</summary>
/// <param name="Nodes">How many different steps it may remember; 1 or more.</param>
/// <param name="Bytes">How much memory its tables may take.</param>
public sealed record SearchBudget(long Nodes, long Bytes)
{
    /// <summary>2 million steps and 256 MiB: a few seconds when it is used up.</summary>
    public static SearchBudget Default { get; } = new(2_000_000, 256L << 20);
}
