using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

public class CounterCheckerTests
{
    readonly HistoryBuilder _history = new();

    Verdict Check(ulong initial = 0) => CounterChecker.Check(_history.Operations, initial);

    [Fact]
    public void Totals_that_tile_with_reads_between_them_are_linearizable()
    {
        _history.Increment(1, 1, 0, 10);
        _history.Increment(2, 3, 5, 15);
        _history.Read(1, 6, 12);
        _history.Read(3, 20, 25);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void Two_increments_that_own_one_unit_are_a_lost_update()
    {
        var first = _history.Increment(57, 57, 0, 10);
        var second = _history.Increment(2, 58, 7, 22);
        VerdictAssert.Violation(Anomaly.LostUpdate, Check(), first, second);
        Assert.Equal(
            "LOST UPDATE: caller 1 #1 +57 -> 57 [0.000,0.010 ms] and caller 2 #2 +2 -> 58 [0.007,0.022 ms] " +
            "both own (56,57]",
            Check().ToString());
    }

    [Fact]
    public void Units_that_nobody_added_are_a_phantom_increment()
    {
        _history.Increment(1, 1, 0, 10);
        var above = _history.Increment(2, 6, 20, 30);
        VerdictAssert.Violation(Anomaly.PhantomIncrement, Check(), above);
    }

    [Fact]
    public void A_gap_as_long_as_the_increment_above_it_is_a_double_application()
    {
        _history.Increment(1, 1, 0, 10);
        var twice = _history.Increment(3, 7, 20, 30);
        VerdictAssert.Violation(Anomaly.DoubleApplication, Check(), twice);
    }

    [Fact]
    public void More_units_than_unknown_increments_can_explain_are_a_double_application()
    {
        _history.Unknown(OperationKind.Increment, 1, 0);
        var seen = _history.Read(2, 10, 20);
        VerdictAssert.Violation(Anomaly.DoubleApplication, Check(), seen);
    }

    [Fact]
    public void A_read_of_half_an_increment_is_a_garbage_read()
    {
        var whole = _history.Increment(4, 4, 0, 10);
        var half = _history.Read(2, 5, 8);
        VerdictAssert.Violation(Anomaly.GarbageRead, Check(), half, whole);
    }

    [Fact]
    public void A_read_beside_the_steps_of_unknown_increments_is_a_garbage_read()
    {
        _history.Unknown(OperationKind.Increment, 2, 0);
        _history.Read(2, 5, 8);
        var odd = _history.Read(1, 5, 8);
        VerdictAssert.Violation(Anomaly.GarbageRead, Check(), odd);
    }

    [Fact]
    public void A_read_below_the_start_is_a_garbage_read()
    {
        var low = _history.Read(4, 0, 1);
        VerdictAssert.Violation(Anomaly.GarbageRead, Check(initial: 5), low);
    }

    [Fact]
    public void A_read_that_misses_an_acknowledged_increment_is_stale()
    {
        var increment = _history.Increment(1, 1, 0, 10);
        var read = _history.Read(0, 11, 20);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), increment, read);
    }

    [Fact]
    public void A_read_that_touches_the_increment_is_concurrent_with_it()
    {
        _history.Increment(1, 1, 0, 10);
        _history.Read(0, 10, 20);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void An_increment_below_one_that_had_ended_before_travelled_in_time()
    {
        var early = _history.Increment(1, 2, 0, 10);
        var late = _history.Increment(1, 1, 20, 30);
        VerdictAssert.Violation(Anomaly.TimeTravel, Check(), early, late);
    }

    [Fact]
    public void An_unknown_increment_seen_before_it_was_called_travelled_in_time()
    {
        var seen = _history.Read(1, 0, 10);
        var cause = _history.Unknown(OperationKind.Increment, 1, 20);
        VerdictAssert.Violation(Anomaly.TimeTravel, Check(), seen, cause);
    }

    [Fact]
    public void A_total_less_than_its_own_amount_is_garbage()
    {
        var wrapped = _history.Increment(10, 3, 0, 10);
        VerdictAssert.Violation(Anomaly.GarbageTotal, Check(), wrapped);
    }

    [Fact]
    public void Unknown_increments_may_fill_gaps_or_never_happen()
    {
        _history.Unknown(OperationKind.Increment, 1, 0);
        _history.Unknown(OperationKind.Increment, 1, 5);
        _history.Increment(1, 2, 10, 20);
        VerdictAssert.Linearizable(Check());
    }

    [Fact]
    public void A_refused_increment_that_counts_is_an_anomaly()
    {
        _history.Failed(OperationKind.Increment, 3, 0, 5);
        var read = _history.Read(3, 10, 20);
        VerdictAssert.Violation(Anomaly.PhantomIncrement, Check(), read);
    }

    [Fact]
    public void An_increment_by_0_is_a_read()
    {
        var one = _history.Increment(1, 1, 0, 10);
        var nothing = _history.Increment(0, 0, 20, 30);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), one, nothing);
    }

    [Fact]
    public void Totals_are_exact_up_to_the_greatest_number()
    {
        _history.Increment(ulong.MaxValue - 2, ulong.MaxValue - 2, 0, 10);
        _history.Increment(1, ulong.MaxValue - 1, 20, 30);
        var last = _history.Increment(1, ulong.MaxValue, 40, 50);
        VerdictAssert.Linearizable(Check());

        var stale = _history.Read(ulong.MaxValue - 1, 60, 70);
        VerdictAssert.Violation(Anomaly.StaleRead, Check(), last, stale);
    }

    [Fact]
    public void Amounts_that_may_saturate_the_counter_are_inconclusive()
    {
        _history.Increment(ulong.MaxValue, ulong.MaxValue, 0, 10);
        _history.Increment(1, ulong.MaxValue, 20, 30);
        VerdictAssert.Inconclusive("saturates", Check());
    }

    [Fact]
    public void Mixed_unknown_amounts_are_inconclusive_only_when_they_are_needed()
    {
        _history.Unknown(OperationKind.Increment, 1, 0);
        _history.Unknown(OperationKind.Increment, 2, 0);
        _history.Increment(1, 1, 10, 20);
        VerdictAssert.Linearizable(Check());

        _history.Increment(1, 4, 30, 40);
        VerdictAssert.Inconclusive("same amount", Check());
    }

    [Fact]
    public void A_reset_is_left_to_the_bounded_search()
    {
        _history.Add(OperationKind.Reset, OperationValue.None, OperationValue.None, 0, 1);
        VerdictAssert.Inconclusive(nameof(LinearizabilitySearch), Check());
    }

    [Fact]
    public void Operations_of_two_keys_are_refused_with_advice()
    {
        _history.Read(0, 0, 1);
        _history.Operations.Add(_history.Operations[0] with { Key = "other" });
        var refusal = Assert.Throws<ArgumentException>(() => Check());
        Assert.Contains("PerKey.Check", refusal.Message);
    }

    [Fact]
    public void An_acknowledged_operation_that_never_returned_is_refused()
    {
        _history.Operations.Add(_history.Read(0, 0, 1) with { Return = Operation.Never });
        Assert.Throws<ArgumentException>(() => Check());
    }
}
