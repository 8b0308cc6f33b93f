using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

public class PerKeyTests
{
    readonly HistoryBuilder _history = new();

    Verdict Check() => PerKey.Check(
        new History(new HistoryHeader(1, "RLC-06", "acme"), _history.Operations), o => CounterChecker.Check(o));

    void Move(int index, string key) => _history.Operations[index] = _history.Operations[index] with { Key = key };

    [Fact]
    public void Keys_that_are_each_linearizable_are_linearizable_together()
    {
        _history.Increment(1, 1, 0, 10);
        _history.Increment(1, 1, 0, 10);
        Move(1, "other");
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void A_violation_names_its_key_and_wins_over_an_inconclusive_one()
    {
        _history.Add(OperationKind.Reset, OperationValue.None, OperationValue.None, 0, 1);
        Move(0, "a");
        VerdictAssert.Inconclusive("(key 'a')", Check());

        _history.Read(3, 0, 10);
        Assert.Equal(Anomaly.PhantomIncrement, Check().Anomaly);
        Assert.EndsWith("(key 'k')", Check().ToString());
    }
}
