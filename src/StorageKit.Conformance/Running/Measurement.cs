using System.Globalization;

namespace StorageKit.Conformance;

/// <summary>A number that a clause found on its way, for whoever compares drivers. No promise hangs on it.</summary>
/// <param name="Name">What was measured: <c>throughput, 8 callers</c>.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what: <c>calls/s</c>, <c>ms</c>.</param>
public sealed record Measurement(string Name, double Value, string Unit)
{
    /// <summary>All in one line, with at most three digits behind the point.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.###} {Unit}");
}
