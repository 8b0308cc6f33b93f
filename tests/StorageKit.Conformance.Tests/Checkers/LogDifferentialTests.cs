using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

public class LogDifferentialTests(ITestOutputHelper output)
{
    const int Histories = 100_000;

    static readonly ExhaustiveSearch<OperationValue> s_log = new((log, o) => o.Kind switch
    {
        OperationKind.Emit => (true, Append(log, o.Argument)),
        _ => (o.Outcome == Outcome.Unknown || o.Result == log, log),
    });

    [Fact]
    public void The_log_checker_agrees_with_exhaustive_search()
    {
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 5);
        for (var i = 0; i < Histories; i++)
        {
            var history = Generate(random);
            differential.Compare(
                history, s_log.SomeOrderExists(history, OperationValue.Of([])), LogChecker.Check(history));
        }

        differential.Finish(
            Histories, minIllegalShare: 0.2, 0, Anomaly.LostEntry, Anomaly.DuplicatedEntry, Anomaly.UnknownEntry,
            Anomaly.Reordered, Anomaly.NotAPrefix, Anomaly.StaleRead, Anomaly.TimeTravel);
    }

    static List<Operation> Generate(RandomHistory random)
    {
        var log = OperationValue.Of([]);
        // Six of seven ids are new; the others are retries.
        var history = random.Simulate(
            id => random.Next(10) < 4
                ? (OperationKind.ReadLog, OperationValue.None)
                : (OperationKind.Emit, (ulong)(random.Next(7) == 0 ? random.Next(1, 4) : id)),
            Apply);
        if (random.Next(2) == 0) history.Add(FinalRead(history, log));
        random.Spoil(history, o => o.Kind == OperationKind.ReadLog ? Spoil(random, o.Result) : o.Result);
        return history;

        OperationValue Apply(Operation operation)
        {
            if (operation.Kind == OperationKind.ReadLog) return log;
            log = Append(log, operation.Argument);
            return OperationValue.None;
        }
    }

    static Operation FinalRead(List<Operation> history, OperationValue log)
    {
        var end = history.Max(o => o.Return == Operation.Never ? o.Call : o.Return) + 6;
        return history[0] with
        {
            Id = history.Count + 1,
            Kind = OperationKind.ReadLog,
            Argument = OperationValue.None,
            Result = log,
            Call = end,
            Return = end,
            Outcome = Outcome.Ok,
        };
    }

    // Loses an entry, shows one twice, swaps two, or invents one.
    static OperationValue Spoil(RandomHistory random, OperationValue log)
    {
        var entries = log.Items!.ToList();
        var (a, b) = entries.Count == 0 ? (0, 0) : (random.Next(entries.Count), random.Next(entries.Count));
        switch (random.Next(4))
        {
            case 0 when entries.Count > 0: entries.RemoveAt(a); break;
            case 1 when entries.Count > 0: entries.Add(entries[a]); break;
            case 2 when entries.Count > 0: (entries[a], entries[b]) = (entries[b], entries[a]); break;
            default: entries.Add((ulong)random.Next(1, 9)); break;
        }

        return OperationValue.Of(entries);
    }

    static OperationValue Append(OperationValue log, OperationValue id) =>
        log.Items!.Contains(id) ? log : OperationValue.Of(log.Items!.Append(id));
}
