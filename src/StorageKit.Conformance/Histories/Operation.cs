using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance.Histories;

/// <summary>
/// One call of a store, as its caller saw it. Times are <see cref="Stopwatch"/> ticks (on Linux one monotonic clock for
/// all processes of a machine); the interval [call, return] is closed, so two operations that touch are concurrent.
/// </summary>
public sealed record Operation
{
    /// <summary>The <see cref="Return"/> of an operation whose outcome is unknown: it never ended.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The number that messages name it by; unique in a history, in order of calls.</summary>
    public required long Id { get; init; }

    /// <summary>Who called. A caller has one operation at a time; its id is retired after an unknown outcome.</summary>
    public required int Caller { get; init; }

    /// <summary>What was called.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The key, session or agent; operations on different keys do not influence each other.</summary>
    public required string Key { get; init; }

    /// <summary>The amount, value or entry id given; <see cref="OperationValue.None"/> when the kind takes
    /// none.</summary>
    public OperationValue Argument { get; init; }

    /// <summary>What came back; <see cref="OperationValue.None"/> unless the outcome is
    /// <see cref="Outcome.Ok"/>.</summary>
    public OperationValue Result { get; init; }

    /// <summary>Ticks just before the call.</summary>
    public required long Call { get; init; }

    /// <summary>Ticks just after the return, or <see cref="Never"/>.</summary>
    public required long Return { get; init; }

    /// <summary>What the caller knows about the effect.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The exception's type and message, when there was one.</summary>
    public string? Error { get; init; }

    /// <summary>True when it ended strictly before <paramref name="other"/> began, so that it must come
    /// first.</summary>
    public bool Precedes(Operation other) => Return < other.Call;

    /// <summary>For example <c>caller 3 #118 +1 -> 57 [12.004,12.019 ms]</c>.</summary>
    /// <param name="origin">The tick that is shown as 0 ms.</param>
    public string Describe(long origin)
    {
        var end = Return == Never ? "never" : Milliseconds(Return - origin);
        return $"caller {Caller} #{Id} {DescribeCall()}{DescribeResult()} [{Milliseconds(Call - origin)},{end} ms]";
    }

    /// <summary><see cref="Describe"/> with the operation's own call as 0 ms.</summary>
    public override string ToString() => Describe(Call);

    /// <summary>What was called and what came back, without who and when: <c>+1 -> 57</c>.</summary>
    internal string Label => DescribeCall() + DescribeResult();

    string DescribeCall() => Kind switch
    {
        OperationKind.Increment => $"+{Argument}",
        OperationKind.ReadLog => "read log",
        _ => Argument.IsNone ? Name : $"{Name} {Argument}",
    };

    string DescribeResult() => (Outcome, Kind) switch
    {
        (Outcome.Unknown, _) => " -> ?",
        (Outcome.Failed, _) => " -> refused",
        (_, OperationKind.Read) => Result.IsNone ? " -> absent" : $" -> {Result}",
        _ => Result.IsNone ? "" : $" -> {Result}",
    };

    string Name => Kind.ToString().ToLowerInvariant();

    internal static string Milliseconds(long ticks) =>
        (ticks * 1000.0 / Stopwatch.Frequency).ToString("0.000", CultureInfo.InvariantCulture);
}
