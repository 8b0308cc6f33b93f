namespace StorageKit.Conformance.Histories;

/// <summary>What is needed to run a history's workload again. Holds no secret: it is written to disk.</summary>
/// <param name="Seed">The seed of the workload.</param>
/// <param name="Clause">The clause that was checked, for example <c>RLC-05</c>.</param>
/// <param name="Driver">The driver's name, as in TOML.</param>
/// <param name="Faults">The fault script, in the words of the run; null when there were no faults.</param>
public sealed record HistoryHeader(ulong Seed, string Clause, string Driver, string? Faults = null);
