using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

public class RegisterDifferentialTests(ITestOutputHelper output)
{
    const int Histories = 100_000;

    static readonly ExhaustiveSearch<OperationValue> s_register = new((value, o) => o.Kind switch
    {
        OperationKind.Write => (true, o.Argument),
        OperationKind.Delete => (true, OperationValue.None),
        _ => (o.Outcome == Outcome.Unknown || o.Result == value, value),
    });

    [Fact]
    public void The_register_checker_agrees_with_exhaustive_search()
    {
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 3);
        for (var i = 0; i < Histories; i++)
        {
            OperationValue initial = random.Next(2) == 0 ? OperationValue.None : 0UL;
            var deletes = initial.IsNone ? 0 : 1;
            var history = Generate(random, initial, maxValue: 8, Choose);
            differential.Compare(
                history, s_register.SomeOrderExists(history, initial), RegisterChecker.Check(history, initial));

            (OperationKind Kind, OperationValue Argument) Choose(int id) => random.Next(10) switch
            {
                < 6 => (OperationKind.Read, OperationValue.None),
                6 when deletes-- > 0 => (OperationKind.Delete, OperationValue.None),
                _ => (OperationKind.Write, (ulong)id),
            };
        }

        differential.Finish(
            Histories, minIllegalShare: 0.2, 0, Anomaly.GarbageRead, Anomaly.ReadBeforeWrite, Anomaly.StaleRead);
    }

    [Fact]
    public void The_bounded_search_with_deletes_agrees_with_exhaustive_search()
    {
        const int Searched = 100_000;
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 4);
        for (var i = 0; i < Searched; i++)
        {
            var history = Generate(random, OperationValue.None, maxValue: 4, _ => random.Next(10) switch
            {
                < 6 => (OperationKind.Read, OperationValue.None),
                < 7 => (OperationKind.Delete, OperationValue.None),
                _ => (OperationKind.Write, (ulong)random.Next(4)),
            });
            differential.Compare(
                history,
                s_register.SomeOrderExists(history, OperationValue.None),
                LinearizabilitySearch.Check<RegisterModel, OperationValue>(new(), history));
        }

        differential.Finish(Searched, minIllegalShare: 0.1, 0, Anomaly.NotLinearizable);
    }

    [Fact]
    public void The_register_checker_agrees_with_the_bounded_search_on_longer_histories()
    {
        const int Searched = 1_000;
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 8);
        for (var i = 0; i < Searched; i++)
        {
            var history = Generate(random, OperationValue.None, maxValue: 40, Choose, maxOperations: 40);
            var search = LinearizabilitySearch.Check<RegisterModel, OperationValue>(new(), history);
            Assert.NotEqual(VerdictStatus.Inconclusive, search.Status);
            differential.Compare(
                history, search.Status == VerdictStatus.Linearizable, RegisterChecker.Check(history));
        }

        differential.Finish(
            Searched, minIllegalShare: 0.2, 0, Anomaly.GarbageRead, Anomaly.ReadBeforeWrite, Anomaly.StaleRead);

        (OperationKind Kind, OperationValue Argument) Choose(int id) =>
            random.Next(3) > 0 ? (OperationKind.Read, OperationValue.None) : (OperationKind.Write, (ulong)id);
    }

    static List<Operation> Generate(
        RandomHistory random, OperationValue initial, int maxValue,
        Func<int, (OperationKind Kind, OperationValue Argument)> choose, int maxOperations = 8)
    {
        var value = initial;
        var history = random.Simulate(choose, Apply, maxOperations);
        random.Spoil(history, o => o.Kind == OperationKind.Read ? Other() : o.Result);
        return history;

        // Mostly a value that somebody wrote at some time, else garbage or absent.
        OperationValue Other()
        {
            var other = history[random.Next(history.Count)];
            return other.Kind != OperationKind.Read || random.Next(8) == 0 ? other.Argument
                : random.Next(4) == 0 ? (ulong)random.Next(maxValue + 1)
                : other.Result;
        }

        OperationValue Apply(Operation operation)
        {
            if (operation.Kind == OperationKind.Read) return value;
            value = operation.Argument;
            return OperationValue.None;
        }
    }
}
