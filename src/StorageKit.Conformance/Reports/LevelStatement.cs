namespace StorageKit.Conformance;

/// <summary>Whether a driver reaches a level. The counts are of the level's own lanes.</summary>
/// <param name="Level">The level.</param>
/// <param name="IsReached">Every clause that was run passed, none that applies was left out of the session, in each
/// lane at least one passed unless none of the lane applies to the driver, and every lower level is reached. It may
/// hold while clauses are <paramref name="Untested"/> for want of a probe or a check: never show one without the
/// other.</param>
/// <param name="Passed">Clauses that passed.</param>
/// <param name="Failed">Clauses that failed or were not decided.</param>
/// <param name="Untested">Clauses that were not run, those that were not selected included.</param>
public sealed record LevelStatement(Level Level, bool IsReached, int Passed, int Failed, int Untested)
{
    /// <summary>Clauses that fail as declared. Not a pass: the level is not reached.</summary>
    public int Deviating { get; init; }

    /// <summary>Clauses about what the driver does not have.</summary>
    public int NotApplicable { get; init; }

    /// <summary>Those of <see cref="Untested"/> that were left out of this session by a filter or a choice of
    /// lanes.</summary>
    public int NotSelected { get; init; }

    /// <summary>What stands in the way, in a few words; empty when it is reached.</summary>
    public string Obstacle { get; init; } = "";

    /// <summary>In a few words: <c>reached</c>, <c>reached, but 3 untested</c>, or <c>not reached</c> and why.
    /// </summary>
    public string Summary => (IsReached, Untested) switch
    {
        (true, 0) => "reached",
        (true, _) => $"reached, but {Untested} untested",
        _ => $"not reached: {Obstacle}",
    };
}
