using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>A counter's operations by what they tell. Refused operations and unknown reads tell nothing and are left
/// out; an increment by 0 is a read.</summary>
sealed class CounterHistory
{
    readonly List<Operation> _acknowledged = []; // in the order given, mostly that of calls, which saves a sort

    public CounterHistory(IReadOnlyList<Operation> operations, ulong initial)
    {
        Initial = initial;
        UInt128 reachable = initial;
        var increments = new List<Operation>();
        foreach (var operation in operations)
        {
            var amount = Amount(operation);
            if (operation.Outcome == Outcome.Ok) _acknowledged.Add(operation);
            if (operation.Outcome != Outcome.Failed) reachable += amount;
            switch (operation.Outcome)
            {
                case Outcome.Ok when amount > 0: increments.Add(operation); break;
                case Outcome.Ok: Observations.Add(operation); break;
                case Outcome.Unknown when amount > 0: Unknown.Add(operation); break;
            }
        }

        MaySaturate = reachable > ulong.MaxValue;
        Increments = [.. increments];
        Totals = Array.ConvertAll(Increments, Total);
        Array.Sort(Totals, Increments);
        Unknown.Sort((a, b) => a.Call.CompareTo(b.Call));
        Top = Observations.MaxBy(Total);
    }

    /// <summary>The total before the first operation.</summary>
    public ulong Initial { get; }

    /// <summary>Acknowledged increments by 1 or more, by total.</summary>
    public Operation[] Increments { get; }

    /// <summary>The totals of <see cref="Increments"/>, ascending.</summary>
    public ulong[] Totals { get; }

    /// <summary>Acknowledged reads.</summary>
    public List<Operation> Observations { get; } = [];

    /// <summary>Increments that may or may not have been applied, by call.</summary>
    public List<Operation> Unknown { get; } = [];

    /// <summary>The read of the greatest total; null when there is none.</summary>
    public Operation? Top { get; }

    /// <summary>True when a correct counter could reach its upper end.</summary>
    public bool MaySaturate { get; }

    /// <summary>The amount of every unknown increment; 0 when there are none or their amounts differ.</summary>
    public ulong UnknownAmount =>
        Unknown.Count > 0 && Unknown.TrueForAll(o => Amount(o) == Amount(Unknown[0])) ? Amount(Unknown[0]) : 0;

    public static ulong Amount(Operation operation) => operation.Kind == OperationKind.Read
        ? 0
        : operation.Argument.Number
            ?? throw new ArgumentException($"{operation} has no amount: record it as the argument.");

    public static ulong Total(Operation operation) =>
        operation.Result.Number ?? throw new ArgumentException($"{operation} has no total: record it as the result.");

    public static bool IsObservation(Operation operation) => Amount(operation) == 0;

    /// <summary>Every acknowledged operation; a read stands right behind the increment that made its total.</summary>
    public List<Placed> Placed()
    {
        var placed = new List<Placed>(_acknowledged.Count);
        foreach (var operation in _acknowledged)
        {
            UInt128 behind = IsObservation(operation) ? 1U : 0U;
            placed.Add(new Placed((2 * (UInt128)Total(operation)) + behind, operation));
        }

        return placed;
    }
}
