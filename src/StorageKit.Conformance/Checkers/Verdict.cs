using System.Collections.Immutable;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>A checker's answer: the status, and for a violation its name, one line of text and the operations that show
/// it.</summary>
public sealed class Verdict
{
    readonly Func<Func<Operation, string>, string> _explain;

    Verdict(
        VerdictStatus status,
        string? anomaly,
        Func<Func<Operation, string>, string> explain,
        ImmutableArray<Operation> witness)
    {
        Status = status;
        Anomaly = anomaly;
        Witness = witness;
        _explain = explain;
    }

    /// <summary>The answer for a history that some legal order explains.</summary>
    public static Verdict Linearizable { get; } =
        new(VerdictStatus.Linearizable, null, _ => "some legal order explains every answer", []);

    /// <summary>What is known.</summary>
    public VerdictStatus Status { get; }

    /// <summary>One of the names in <see cref="Checkers.Anomaly"/>; null unless this is a violation.</summary>
    public string? Anomaly { get; }

    /// <summary>The operations that show the violation; empty unless this is one.</summary>
    public ImmutableArray<Operation> Witness { get; }

    /// <summary>Not decided.</summary>
    /// <param name="reason">Why, and what to do.</param>
    public static Verdict Inconclusive(string reason) => new(VerdictStatus.Inconclusive, null, _ => reason, []);

    /// <summary>The store broke its promise.</summary>
    /// <param name="anomaly">One of the names in <see cref="Checkers.Anomaly"/>.</param>
    /// <param name="explain">Makes the line of text; is given what prints an operation.</param>
    /// <param name="witness">The operations in the text; repeated ones are listed once.</param>
    public static Verdict Violation(
        string anomaly, Func<Func<Operation, string>, string> explain, params IEnumerable<Operation> witness) =>
        new(VerdictStatus.Violation, anomaly, explain, [.. witness.Distinct()]);

    /// <summary>One line: the anomaly, then what happened.</summary>
    /// <param name="origin">The tick that is shown as 0 ms: <see cref="History.Origin"/>.</param>
    public string Describe(long origin)
    {
        var text = _explain(operation => operation.Describe(origin));
        return Anomaly is null ? $"{Status}: {text}" : $"{Anomaly}: {text}";
    }

    /// <summary><see cref="Describe"/> with the witness's first call as 0 ms.</summary>
    public override string ToString() => Describe(Witness.IsEmpty ? 0 : Witness.Min(o => o.Call));

    internal Verdict ForKey(string key) =>
        new(Status, Anomaly, name => $"{_explain(name)} (key '{key}')", Witness);
}
