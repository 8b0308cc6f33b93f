using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

public class LifecycleDifferentialTests(ITestOutputHelper output)
{
    const int Histories = 100_000;

    static readonly ExhaustiveSearch<bool> s_lifecycle = new((registered, o) => o.Kind switch
    {
        OperationKind.Register => (true, true),
        OperationKind.Deregister => (true, false),
        _ => (o.Outcome == Outcome.Unknown || o.Result.IsNone == registered, registered),
    });

    [Fact]
    public void The_bounded_search_for_agents_agrees_with_exhaustive_search()
    {
        var differential = new Differential(output);
        var random = new RandomHistory(seed: 6);
        for (var i = 0; i < Histories; i++)
        {
            var history = Generate(random);
            differential.Compare(
                history,
                s_lifecycle.SomeOrderExists(history, false),
                LinearizabilitySearch.Check<LifecycleModel, bool>(new(), history));
        }

        differential.Finish(Histories, minIllegalShare: 0.2, 0, Anomaly.NotLinearizable);
    }

    static List<Operation> Generate(RandomHistory random)
    {
        var registered = false;
        var history = random.Simulate(Choose, Apply);
        random.Spoil(history, o => o.Kind != OperationKind.Heartbeat ? o.Result : Heartbeat(!o.Result.IsNone));
        return history;

        (OperationKind Kind, OperationValue Argument) Choose(int id) => (random.Next(10) switch
        {
            < 6 => OperationKind.Heartbeat,
            < 8 => OperationKind.Register,
            _ => OperationKind.Deregister,
        }, OperationValue.None);

        OperationValue Apply(Operation operation)
        {
            if (operation.Kind == OperationKind.Heartbeat) return Heartbeat(registered);
            registered = operation.Kind == OperationKind.Register;
            return OperationValue.None;
        }
    }

    static OperationValue Heartbeat(bool accepted) => accepted ? OperationValue.None : OperationValue.NotFound;
}
