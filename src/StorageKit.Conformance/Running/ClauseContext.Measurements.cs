using System.Collections.Concurrent;

namespace StorageKit.Conformance;

public sealed partial class ClauseContext
{
    readonly ConcurrentQueue<Measurement> _measurements = new();

    /// <summary>What was measured so far, in that order.</summary>
    internal IReadOnlyList<Measurement> Measurements => [.. _measurements];

    /// <summary>Puts a number into the driver's statement. Thread-safe.</summary>
    /// <param name="name">What was measured, for example <c>p99</c>.</param>
    /// <param name="value">The number; finite.</param>
    /// <param name="unit">Its unit, for example <c>ms</c>.</param>
    public void Measure(string name, double value, string unit)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{name} is no number.");
        _measurements.Enqueue(new(name, value, unit));
    }
}
