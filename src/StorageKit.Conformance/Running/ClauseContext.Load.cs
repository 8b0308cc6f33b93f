namespace StorageKit.Conformance;

// What the clauses of the load lane use besides.
public sealed partial class ClauseContext
{
    readonly List<Measurement> _measurements = [];

    /// <summary>What the clause has measured so far.</summary>
    internal IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>Puts a number into the clause's result. Not thread-safe.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="value">How much.</param>
    /// <param name="unit">Of what.</param>
    public void Measure(string name, double value, string unit) => _measurements.Add(new(name, value, unit));
}
