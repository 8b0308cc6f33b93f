namespace StorageKit.Conformance;

/// <summary>What a run of the catalogue found out about a driver.</summary>
/// <param name="Driver">The driver's name.</param>
/// <param name="Seed">What random choices came from.</param>
/// <param name="Started">When the run began.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Results">One result for each clause of the catalogue.</param>
public sealed record ConformanceReport(
    string Driver, int Seed, DateTimeOffset Started, TimeSpan Elapsed, IReadOnlyList<ClauseResult> Results)
{
    static readonly (Level Level, Lane[] Lanes)[] LanesOfLevels =
    [
        (Level.Core, [Lane.Fast, Lane.Time]),
        (Level.Concurrent, [Lane.Concurrent]),
        (Level.FaultTolerant, [Lane.Network]),
        (Level.Durable, [Lane.Crash]),
    ];

    /// <summary>How many clauses ended so.</summary>
    public int Count(ClauseOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>Whether no clause failed or stayed undecided. Says nothing of what was not run: see
    /// <see cref="Levels"/>.</summary>
    public bool HasNoFailure => Count(ClauseOutcome.Failed) + Count(ClauseOutcome.Inconclusive) == 0;

    /// <summary>The levels, lowest first.</summary>
    public IReadOnlyList<LevelStatement> Levels()
    {
        List<LevelStatement> levels = [];
        var isReached = true;
        foreach (var (level, lanes) in LanesOfLevels)
        {
            var own = Results.Where(result => lanes.Contains(result.Clause.Info.Lane)).ToList();
            var isProven = lanes.All(lane => IsProven([.. own.Where(result => result.Clause.Info.Lane == lane)]));
            var passed = own.Count(result => result.Outcome == ClauseOutcome.Passed);
            var failed = own.Count(result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive);
            isReached = isReached && failed == 0 && passed > 0 && isProven;
            levels.Add(
                new(level, isReached, passed, failed, own.Count(result => result.Outcome == ClauseOutcome.Untested)));
        }
        return levels;
    }

    // A lane that is about nothing the driver has says nothing against it; one that was not run does.
    static bool IsProven(IReadOnlyList<ClauseResult> lane) =>
        lane.Any(result => result.Outcome == ClauseOutcome.Passed)
        || lane.All(result => result.Outcome == ClauseOutcome.NotApplicable);

    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        $"{Driver}: {Count(ClauseOutcome.Passed)} passed, {Count(ClauseOutcome.Failed)} failed, "
        + $"{Count(ClauseOutcome.Inconclusive)} inconclusive, {Count(ClauseOutcome.NotApplicable)} not applicable, "
        + $"{Count(ClauseOutcome.Untested)} untested, of {Results.Count} clauses";
}
