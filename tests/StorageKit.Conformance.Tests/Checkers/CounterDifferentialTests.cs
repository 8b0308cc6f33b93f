using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

public class CounterDifferentialTests(ITestOutputHelper output)
{
    const int Histories = 100_000;

    static readonly ExhaustiveSearch<ulong> s_counter = new((total, o) => o.Kind switch
    {
        OperationKind.Reset => (true, 0),
        OperationKind.Read => (o.Outcome == Outcome.Unknown || o.Result == total, total),
        _ => Add(total, o, o.Argument.Number!.Value),
    });

    [Fact]
    public void The_counter_checker_agrees_with_exhaustive_search()
    {
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 1);
        for (var i = 0; i < Histories; i++)
        {
            var initial = (ulong)(random.Next(4) == 0 ? random.Next(5) : 0);
            var unknownAmount = (ulong)random.Next(1, 4);
            var history = Generate(random, initial, withResets: false);
            if (random.Next(10) > 0) history = history.ConvertAll(o => WithAmount(o, unknownAmount));
            differential.Compare(
                history, s_counter.SomeOrderExists(history, initial), CounterChecker.Check(history, initial));
        }

        differential.Finish(
            Histories, minIllegalShare: 0.2, maxInconclusiveShare: 0.01, Anomaly.LostUpdate, Anomaly.PhantomIncrement,
            Anomaly.DoubleApplication, Anomaly.GarbageTotal, Anomaly.GarbageRead, Anomaly.StaleRead,
            Anomaly.TimeTravel);
    }

    [Fact]
    public void The_bounded_search_with_resets_agrees_with_exhaustive_search()
    {
        const int Searched = 100_000;
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 2);
        for (var i = 0; i < Searched; i++)
        {
            var history = Generate(random, initial: 0, withResets: true);
            differential.Compare(
                history,
                s_counter.SomeOrderExists(history, 0),
                LinearizabilitySearch.Check<CounterModel, ulong>(new(), history));
        }

        differential.Finish(Searched, minIllegalShare: 0.2, 0, Anomaly.NotLinearizable);
    }

    [Fact]
    public void The_counter_checker_agrees_with_the_bounded_search_on_longer_histories()
    {
        const int Searched = 1_000;
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 7);
        for (var i = 0; i < Searched; i++)
        {
            var history = Generate(random, initial: 0, withResets: false, maxOperations: 40)
                .ConvertAll(o => WithAmount(o, 1));
            var search = LinearizabilitySearch.Check<CounterModel, ulong>(new(), history);
            Assert.NotEqual(VerdictStatus.Inconclusive, search.Status);
            differential.Compare(
                history, search.Status == VerdictStatus.Linearizable, CounterChecker.Check(history));
        }

        differential.Finish(
            Searched, minIllegalShare: 0.2, 0, Anomaly.LostUpdate, Anomaly.PhantomIncrement, Anomaly.DoubleApplication,
            Anomaly.GarbageTotal, Anomaly.GarbageRead, Anomaly.StaleRead, Anomaly.TimeTravel);
    }

    // A checker may be inconclusive about mixed unknown amounts, so nine histories of ten have one amount.
    static Operation WithAmount(Operation operation, ulong amount) =>
        operation is { Outcome: Outcome.Unknown, Kind: OperationKind.Increment }
            ? operation with { Argument = amount }
            : operation;

    static (bool Possible, ulong After) Add(ulong total, Operation operation, ulong amount) =>
        (operation.Outcome == Outcome.Unknown || operation.Result == total + amount, total + amount);

    static List<Operation> Generate(RandomHistory random, ulong initial, bool withResets, int maxOperations = 8)
    {
        var total = initial;
        var history = random.Simulate(Choose, Apply, maxOperations);
        random.Spoil(history, o => o.Result.Number is { } number ? Near((long)number) : o.Result);
        return history;

        OperationValue Near(long number) => (ulong)Math.Max(0, number + random.Next(-2, 3));

        (OperationKind Kind, OperationValue Argument) Choose(int id) => random.Next(10) switch
        {
            < 4 => (OperationKind.Read, OperationValue.None),
            4 when withResets => (OperationKind.Reset, OperationValue.None),
            _ when withResets => (OperationKind.Increment, 1UL << (id - 1)),
            _ => (OperationKind.Increment, (ulong)random.Next(4)),
        };

        OperationValue Apply(Operation operation)
        {
            total = operation.Kind == OperationKind.Reset ? 0 : total + (operation.Argument.Number ?? 0);
            return operation.Kind == OperationKind.Reset ? OperationValue.None : total;
        }
    }
}
