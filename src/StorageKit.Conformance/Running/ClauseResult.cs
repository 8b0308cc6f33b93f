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
    /// <summary>What was done, when it was recorded.</summary>
    public History? History { get; init; }

    /// <summary>The operations that show the violation.</summary>
    public IReadOnlyList<Operation> Witness { get; init; } = [];

    /// <summary>What a passed clause has measured; most measure nothing.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>The whole failure as text: clause, sentence, anomaly, operations, how to run it again.</summary>
    public string Explain()
    {
        var lines = new List<string> { $"{Clause.Id} {Clause.Info.Sentence}", Reason };
        var origin = History?.Origin ?? (Witness.Count > 0 ? Witness[0].Call : 0);
        lines.AddRange(Witness.Select(operation => "  " + operation.Describe(origin)));
        lines.Add($"Replay: {ClauseRunner.SeedVariable}={Seed} dotnet test --filter \"clause={Clause.Id}\"");
        return string.Join('\n', lines);
    }
}
