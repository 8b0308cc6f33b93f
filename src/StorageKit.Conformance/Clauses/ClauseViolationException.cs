using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>A driver breaks a clause.</summary>
/// <param name="anomaly">How, in one line.</param>
/// <param name="history">What was done, when it was recorded.</param>
/// <param name="witness">The operations that show it.</param>
public sealed class ClauseViolationException(
    string anomaly, History? history = null, IReadOnlyList<Operation>? witness = null) : Exception(anomaly)
{
    /// <summary>What was done, when it was recorded.</summary>
    public History? History { get; } = history;

    /// <summary>The operations that show it.</summary>
    public IReadOnlyList<Operation> Witness { get; } = witness ?? [];

    /// <summary>The choices that make it happen again, for the replay string; empty when the seed does.</summary>
    internal IReadOnlyList<int> Choices { get; init; } = [];
}
