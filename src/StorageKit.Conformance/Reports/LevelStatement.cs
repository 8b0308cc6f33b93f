namespace StorageKit.Conformance;

/// <summary>Whether a driver reaches a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="IsReached">Every clause that was run passed, in each of its lanes at least one did unless none of the
/// lane applies to the driver, and every lower level is reached.</param>
/// <param name="Passed">Clauses of its lanes that passed.</param>
/// <param name="Failed">Clauses of its lanes that failed or were not decided.</param>
/// <param name="Untested">Clauses of its lanes that were not run.</param>
public sealed record LevelStatement(Level Level, bool IsReached, int Passed, int Failed, int Untested);
