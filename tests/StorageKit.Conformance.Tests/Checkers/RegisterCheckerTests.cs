using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

public class RegisterCheckerTests
{
    readonly HistoryBuilder _history = new();

    Verdict Check(OperationValue initial = default) => RegisterChecker.Check(_history.Operations, initial);

    [Fact]
    public void Reads_of_the_last_write_are_linearizable()
    {
        _history.Read(OperationValue.None, 0, 1);
        _history.Write("a", 0, 10);
        _history.Write("b", 5, 15);
        _history.Read("b", 6, 9);
        _history.Read("a", 12, 20);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void A_value_that_nobody_wrote_is_a_garbage_read()
    {
        _history.Write("a", 0, 10);
        var read = _history.Read("b", 20, 30);
        VerdictAssert.Violation(Anomaly.GarbageRead, Check(), read);
    }

    [Fact]
    public void A_refused_write_that_is_read_is_a_garbage_read()
    {
        _history.Failed(OperationKind.Write, "a", 0, 10);
        var read = _history.Read("a", 20, 30);
        VerdictAssert.Violation(Anomaly.GarbageRead, Check(), read);
    }

    [Fact]
    public void A_read_that_ends_before_its_write_begins_is_a_read_before_write()
    {
        var read = _history.Read("a", 0, 10);
        var write = _history.Write("a", 20, 30);
        VerdictAssert.Violation(Anomaly.ReadBeforeWrite, Check(), read, write);
    }

    [Fact]
    public void The_start_read_after_an_acknowledged_write_is_stale()
    {
        var write = _history.Write("a", 0, 10);
        var read = _history.Read(OperationValue.None, 20, 30);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), write, read);
    }

    [Fact]
    public void An_old_value_read_after_a_newer_one_is_stale()
    {
        var old = _history.Write(1, 0, 10);
        var newer = _history.Write(2, 20, 30);
        var stale = _history.Read(1, 40, 50);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), old, newer, stale);
    }

    [Fact]
    public void Two_values_that_alternate_are_stale()
    {
        var a = _history.Write("a", 0, 10);
        var b = _history.Write("b", 0, 10);
        var a2 = _history.Read("a", 20, 30);
        var b2 = _history.Read("b", 20, 30);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), a, b, a2, b2);
        Assert.Contains("outlived each other", Check().ToString());
    }

    [Fact]
    public void An_unknown_write_may_happen_late_or_never()
    {
        _history.Unknown(OperationKind.Write, "a", 0);
        _history.Unknown(OperationKind.Write, "b", 0);
        _history.Write("c", 10, 20);
        _history.Read("c", 30, 40);
        _history.Read("a", 50, 60);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void An_unknown_write_that_was_read_cannot_vanish()
    {
        var start = _history.Read("s", 0, 5);
        _history.Unknown(OperationKind.Write, "a", 0);
        var seen = _history.Read("a", 10, 20);
        var gone = _history.Read("s", 30, 40);
        VerdictAssert.Violation(Anomaly.StaleRead, Check("s"), seen, gone);
        Assert.DoesNotContain(start, Check("s").Witness);
    }

    [Fact]
    public void One_delete_of_a_seeded_key_is_a_distinct_value()
    {
        var delete = _history.Add(OperationKind.Delete, OperationValue.None, OperationValue.None, 0, 10);
        VerdictAssert.Linearizable(Check("seed"));

        var revived = _history.Read("seed", 20, 30);
        VerdictAssert.Violation(Anomaly.StaleRead, Check("seed"), delete, revived);
    }

    [Fact]
    public void A_value_written_twice_is_inconclusive()
    {
        _history.Write("a", 0, 10);
        _history.Write("a", 20, 30);
        VerdictAssert.Inconclusive("distinct", Check());
    }

    [Fact]
    public void A_delete_of_an_absent_key_is_inconclusive()
    {
        _history.Add(OperationKind.Delete, OperationValue.None, OperationValue.None, 0, 10);
        VerdictAssert.Inconclusive("distinct", Check());
    }
}
