namespace StorageKit.Conformance.Clauses;

/// <summary>Acknowledged writes and deletes survive a killed process and a power cut.</summary>
[Clause(
    "OBJ-23", "Acknowledged writes and deletes survive a killed process and a power cut.",
    Contract = typeof(IObjectStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class OBJ23_WritesSurviveAKill : UnwrittenClause;

/// <summary>A process killed while it writes leaves the old object or the new one.</summary>
[Clause(
    "OBJ-24", "A process killed while it writes leaves the old object or the new one, and no trace in the listing.",
    Contract = typeof(IObjectStore), Lane = Lane.Crash, Needs = Needs.Shared)]
internal sealed class OBJ24_KilledWriteLeavesOldOrNew : UnwrittenClause;
