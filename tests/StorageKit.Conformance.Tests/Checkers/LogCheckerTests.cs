using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

public class LogCheckerTests
{
    readonly HistoryBuilder _history = new();

    Verdict Check() => LogChecker.Check(_history.Operations);

    [Fact]
    public void Entries_in_an_order_that_real_time_allows_are_linearizable()
    {
        _history.Emit(1, 0, 10);
        _history.Emit(2, 5, 15);
        _history.Emit(3, 20, 30);
        _history.ReadLog([2], 6, 9);
        _history.ReadLog([2, 1, 3], 40, 50);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void An_acknowledged_entry_missing_at_the_end_is_lost()
    {
        _history.Emit(1, 0, 10);
        var lost = _history.Emit(2, 20, 30);
        var final = _history.ReadLog([1], 40, 50);
        VerdictAssert.Violation(Anomaly.LostEntry, Check(), lost, final);
    }

    [Fact]
    public void An_entry_shown_twice_is_duplicated()
    {
        var emit = _history.Emit(1, 0, 10);
        var final = _history.ReadLog([1, 1], 40, 50);
        VerdictAssert.Violation(Anomaly.DuplicatedEntry, Check(), emit, final);
    }

    [Fact]
    public void An_entry_that_nobody_emitted_is_unknown()
    {
        var final = _history.ReadLog([7], 40, 50);
        VerdictAssert.Violation(Anomaly.UnknownEntry, Check(), final);
    }

    [Fact]
    public void A_refused_entry_that_is_stored_is_unknown()
    {
        var refused = _history.Failed(OperationKind.Emit, 7, 0, 10);
        var final = _history.ReadLog([7], 40, 50);
        VerdictAssert.Violation(Anomaly.UnknownEntry, Check(), refused, final);
    }

    [Fact]
    public void An_entry_before_one_acknowledged_earlier_is_reordered()
    {
        var first = _history.Emit(1, 0, 10);
        var second = _history.Emit(2, 20, 30);
        _history.ReadLog([2, 1], 40, 50);
        VerdictAssert.Violation(Anomaly.Reordered, Check(), first, second);
    }

    [Fact]
    public void Reads_of_which_neither_begins_the_other_are_not_a_prefix()
    {
        _history.Emit(1, 0, 30);
        _history.Emit(2, 0, 30);
        var early = _history.ReadLog([2], 5, 10);
        var final = _history.ReadLog([1, 2], 40, 50);
        VerdictAssert.Violation(Anomaly.NotAPrefix, Check(), early, final);
        Assert.Contains("place 1 holds 2 in", Check().ToString());
    }

    [Fact]
    public void A_read_that_misses_an_acknowledged_entry_is_stale()
    {
        var emit = _history.Emit(1, 0, 10);
        var stale = _history.ReadLog([], 20, 30);
        _history.ReadLog([1], 40, 50);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), emit, stale);
    }

    [Fact]
    public void An_entry_shown_before_it_was_emitted_travelled_in_time()
    {
        var read = _history.ReadLog([1], 0, 10);
        var emit = _history.Emit(1, 20, 30);
        _history.ReadLog([1], 40, 50);
        VerdictAssert.Violation(Anomaly.TimeTravel, Check(), read, emit);
    }

    [Fact]
    public void An_unknown_entry_may_be_there_or_not()
    {
        _history.Unknown(OperationKind.Emit, 1, 0);
        _history.Unknown(OperationKind.Emit, 2, 0);
        _history.ReadLog([2], 40, 50);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void A_retry_after_an_unknown_outcome_stores_nothing_more()
    {
        _history.Unknown(OperationKind.Emit, 1, 0);
        _history.ReadLog([1], 5, 10);
        _history.Emit(2, 15, 20);
        _history.Emit(1, 30, 35);
        _history.ReadLog([1, 2], 40, 50);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void A_tail_that_a_reader_saw_and_the_end_lacks_is_an_anomaly()
    {
        _history.Unknown(OperationKind.Emit, 1, 0);
        var seen = _history.ReadLog([1], 5, 10);
        var final = _history.ReadLog([], 40, 50);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), seen, final);
    }
}
