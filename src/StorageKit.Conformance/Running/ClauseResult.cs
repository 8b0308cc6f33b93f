using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>What became of a clause, and why.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">In one line; empty for a pass.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Seed">What its random choices came from.</param>
public sealed record ClauseResult(Clause Clause, ClauseOutcome Outcome, string Reason, TimeSpan Elapsed, int Seed)
{
    // More of them do not help who reads the message; the page draws them all.
    const int OperationsShown = 6;

    /// <summary>What was done, when it was recorded.</summary>
    public History? History { get; init; }

    /// <summary>The operations that show the violation.</summary>
    public IReadOnlyList<Operation> Witness { get; init; } = [];

    /// <summary>What makes the clause do the same again; <see cref="ClauseRunner.ReplayAsync"/> takes its text.
    /// </summary>
    public ReplayString Replay { get => field ?? new(Clause.Id, Seed); init; }

    /// <summary>Whether it was to be run in this session. One that was not says nothing of the driver, and no level is
    /// reached without it.</summary>
    public bool IsSelected { get; init; } = true;

    /// <summary>Why the driver's author declares that it breaks the clause; null when he does not.</summary>
    public string? Deviation { get; init; }

    /// <summary>What was measured; empty for most clauses.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>The page that the suite writes at its end; null when it writes none.</summary>
    public string? Page { get; init; }

    /// <summary>The whole failure as text: clause, sentence, anomaly, operations, how to run it again, where to see
    /// more.</summary>
    public string Explain()
    {
        var lines = new List<string> { $"{Clause.Id} {Clause.Info.Sentence}", Reason };
        var origin = History?.Origin ?? (Witness.Count > 0 ? Witness[0].Call : 0);
        lines.AddRange(Witness.Take(OperationsShown).Select(operation => "  " + operation.Describe(origin)));
        if (Witness.Count > OperationsShown)
            lines.Add(
                $"  and {Witness.Count - OperationsShown} more operations, of {History?.Operations.Length} in all");
        lines.AddRange(FaultsMeanwhile().Select(fault => "  during the fault " + fault.Describe(origin)));
        var command = $"{ReplayString.Variable}={Replay} dotnet test --filter \"clause={Clause.Id}\"";
        lines.Add($"Replay (seed {Seed}): {command}");
        if (Page is not null) lines.Add($"Report: {Page}");
        return string.Join('\n', lines);
    }

    IEnumerable<FaultBand> FaultsMeanwhile() => History is null || Witness.Count == 0
        ? []
        : History.Faults.Where(
            fault => fault.Start <= Witness.Max(operation => operation.Return)
                && fault.End >= Witness.Min(operation => operation.Call));
}
