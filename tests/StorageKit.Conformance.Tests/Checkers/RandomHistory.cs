using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>Small random histories: callers run against a model, each operation takes effect at one moment between its
/// call and its return, and then a few answers and times are spoiled, so that about as many are illegal as are
/// legal.</summary>
sealed class RandomHistory(int seed)
{
    readonly Random _random = new(seed);

    public int Next(int limit) => _random.Next(limit);

    public int Next(int from, int limit) => _random.Next(from, limit);

    /// <summary>A history that a correct store could have made.</summary>
    /// <param name="choose">What the operation with a number, from 1 up, does.</param>
    /// <param name="apply">Applies it to the model and answers its result.</param>
    public List<Operation> Simulate(
        Func<int, (OperationKind Kind, OperationValue Argument)> choose, Func<Operation, OperationValue> apply,
        int maxOperations = 8)
    {
        var free = new long[Next(1, 5)];
        var steps = Enumerable.Range(1, Next(2, maxOperations + 1)).Select(id => Start(id, choose(id), free)).ToList();
        var history = new List<Operation>();
        foreach (var (operation, _) in steps.OrderBy(s => s.Moment))
        {
            var happens = operation.Outcome == Outcome.Ok || (operation.Outcome == Outcome.Unknown && Next(2) == 0);
            var result = happens ? apply(operation) : OperationValue.None;
            history.Add(operation.Outcome == Outcome.Ok ? operation with { Result = result } : operation);
        }

        return history;
    }

    /// <summary>Spoils up to five acknowledged operations: another answer, or the whole interval earlier or
    /// later.</summary>
    public void Spoil(List<Operation> history, Func<Operation, OperationValue> otherResult)
    {
        for (var spoiled = Next(6); spoiled > 0; spoiled--)
        {
            var index = Next(history.Count);
            var operation = history[index];
            if (operation.Outcome != Outcome.Ok) continue;
            var shift = Next(-8, 9);
            history[index] = Next(2) == 0
                ? operation with { Result = otherResult(operation) }
                : operation with { Call = operation.Call + shift, Return = operation.Return + shift };
        }
    }

    (Operation Operation, long Moment) Start(int id, (OperationKind Kind, OperationValue Argument) what, long[] free)
    {
        var caller = Next(free.Length);
        var call = free[caller] + Next(6);
        var moment = call + Next(6);
        var end = moment + Next(6);
        free[caller] = end;
        var outcome = Next(24) switch { < 3 => Outcome.Unknown, 3 => Outcome.Failed, _ => Outcome.Ok };
        var operation = new Operation
        {
            Id = id,
            Caller = caller,
            Kind = what.Kind,
            Key = "k",
            Argument = what.Argument,
            Call = call,
            Return = outcome == Outcome.Unknown ? Operation.Never : end,
            Outcome = outcome,
        };
        return (operation, moment);
    }
}
