namespace StorageKit.Conformance;

/// <summary>A number that a clause measured; it decides nothing by itself.</summary>
/// <param name="Name">What was measured, for example <c>p99</c>.</param>
/// <param name="Value">The number; finite.</param>
/// <param name="Unit">Its unit, for example <c>ms</c> or <c>operations/s</c>.</param>
public sealed record Measurement(string Name, double Value, string Unit);
