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

    /// <summary>The suite that ran it; null when none did.</summary>
    public string? Suite { get; init; }

    /// <summary>What the driver was tested against, such as <c>PostgreSQL 15.14</c>; empty when the harness does not
    /// say.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>What the driver's author has exempted from a rule or a clause.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>The level that a lane counts for; null for <see cref="Lane.Load"/>, which counts for none.</summary>
    public static Level? LevelOf(Lane lane) =>
        LanesOfLevels.Where(level => level.Lanes.Contains(lane)).Select(level => (Level?)level.Level).SingleOrDefault();

    /// <summary>How many clauses ended so.</summary>
    public int Count(ClauseOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>Whether no clause failed or stayed undecided. Says nothing of what was not run: see
    /// <see cref="Levels"/>.</summary>
    public bool HasNoFailure => Count(ClauseOutcome.Failed) + Count(ClauseOutcome.Inconclusive) == 0;

    /// <summary>The levels, lowest first.</summary>
    public IReadOnlyList<LevelStatement> Levels()
    {
        List<LevelStatement> levels = [];
        foreach (var (level, lanes) in LanesOfLevels)
        {
            var own = Results.Where(result => lanes.Contains(result.Clause.Info.Lane)).ToList();
            var statement = Statement(level, own);
            var unproven = lanes.Where(
                lane => !IsProven([.. own.Where(result => result.Clause.Info.Lane == lane)])).ToList();
            var obstacle = statement switch
            {
                { Failed: > 0 } => $"{statement.Failed} failed",
                { Deviating: > 0 } => $"{statement.Deviating} deviating",
                { NotSelected: > 0 } => $"{statement.NotSelected} not run in this session",
                _ when unproven.Count > 0 => $"nothing of the {Label.Of(unproven[0])} lane was run",
                { Passed: 0 } => "none of it applies",
                _ when levels.Any(lower => !lower.IsReached) =>
                    $"{Label.Of(levels.First(lower => !lower.IsReached).Level)} is not",
                _ => "",
            };
            levels.Add(statement with { IsReached = obstacle.Length == 0, Obstacle = obstacle });
        }
        return levels;
    }

    static LevelStatement Statement(Level level, List<ClauseResult> own)
    {
        return new(
            level, false, Of(ClauseOutcome.Passed), Of(ClauseOutcome.Failed) + Of(ClauseOutcome.Inconclusive),
            Of(ClauseOutcome.Untested))
        {
            Deviating = Of(ClauseOutcome.Deviating),
            NotApplicable = Of(ClauseOutcome.NotApplicable),
            NotSelected = own.Count(result => !result.IsSelected && result.Outcome == ClauseOutcome.Untested),
        };

        int Of(ClauseOutcome outcome) => own.Count(result => result.Outcome == outcome);
    }

    // A lane that is about nothing the driver has says nothing against it; one that was not run does.
    static bool IsProven(IReadOnlyList<ClauseResult> lane) =>
        lane.Any(result => result.Outcome == ClauseOutcome.Passed)
        || lane.All(result => result.Outcome == ClauseOutcome.NotApplicable);

    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        $"{Driver}: {Count(ClauseOutcome.Passed)} passed, {Count(ClauseOutcome.Failed)} failed, "
        + $"{Count(ClauseOutcome.Inconclusive)} inconclusive, "
        + (Count(ClauseOutcome.Deviating) is > 0 and var deviating ? $"{deviating} deviating, " : "")
        + $"{Count(ClauseOutcome.NotApplicable)} not applicable, {Count(ClauseOutcome.Untested)} untested, "
        + $"of {Results.Count} clauses";
}
