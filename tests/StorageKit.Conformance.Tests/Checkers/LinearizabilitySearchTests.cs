using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

public class LinearizabilitySearchTests
{
    readonly HistoryBuilder _history = new();

    Verdict CheckCounter(SearchBudget? budget = null) =>
        LinearizabilitySearch.Check<CounterModel, ulong>(new(), _history.Operations, budget);

    Verdict CheckLifecycle() => LinearizabilitySearch.Check<LifecycleModel, bool>(new(), _history.Operations);

    void Call(OperationKind kind, OperationValue result, long call, long end) =>
        _history.Add(kind, OperationValue.None, result, call, end);

    [Fact]
    public void An_increment_that_forgets_a_concurrent_reset_is_found_with_the_state_that_it_meets()
    {
        _history.Increment(1, 1, 0, 10);
        Call(OperationKind.Reset, OperationValue.None, 20, 30);
        var forgetful = _history.Increment(2, 3, 40, 50);
        VerdictAssert.Violation(Anomaly.NotLinearizable, CheckCounter(), forgetful);
        Assert.Contains("ends with total 0", CheckCounter().ToString());
    }

    [Fact]
    public void A_reset_that_overlaps_may_come_before_or_after()
    {
        _history.Increment(1, 1, 0, 10);
        Call(OperationKind.Reset, OperationValue.None, 5, 45);
        _history.Increment(2, 3, 40, 50);
        _history.Read(0, 42, 60);
        VerdictAssert.Linearizable(CheckCounter());
    }

    [Fact]
    public void The_counter_saturates()
    {
        _history.Increment(ulong.MaxValue, ulong.MaxValue, 0, 10);
        _history.Increment(2, ulong.MaxValue, 20, 30);
        VerdictAssert.Linearizable(CheckCounter());
    }

    [Fact]
    public void A_register_may_be_deleted_again_and_again()
    {
        for (var i = 0; i < 20; i += 10)
        {
            _history.Write("a", i, i + 1);
            Call(OperationKind.Delete, OperationValue.None, i + 2, i + 4);
            Call(OperationKind.Read, OperationValue.None, i + 3, i + 8);
        }

        VerdictAssert.Linearizable(CheckRegister());
        var revived = _history.Read("a", 90, 95);
        VerdictAssert.Violation(Anomaly.NotLinearizable, CheckRegister(), revived);

        Verdict CheckRegister() =>
            LinearizabilitySearch.Check<RegisterModel, OperationValue>(new(), _history.Operations);
    }

    [Fact]
    public void A_heartbeat_after_deregister_must_find_no_agent()
    {
        Call(OperationKind.Register, OperationValue.None, 0, 1);
        Call(OperationKind.Heartbeat, OperationValue.None, 2, 3);
        Call(OperationKind.Deregister, OperationValue.None, 4, 5);
        Call(OperationKind.Heartbeat, OperationValue.NotFound, 6, 7);
        VerdictAssert.Linearizable(CheckLifecycle());

        Call(OperationKind.Heartbeat, OperationValue.None, 8, 9);
        VerdictAssert.Violation(Anomaly.NotLinearizable, CheckLifecycle(), _history.Operations[^1]);
    }

    [Fact]
    public void An_unknown_deregister_explains_a_missing_agent()
    {
        Call(OperationKind.Register, OperationValue.None, 0, 1);
        _history.Unknown(OperationKind.Deregister, OperationValue.None, 2);
        Call(OperationKind.Heartbeat, OperationValue.None, 4, 5);
        Call(OperationKind.Heartbeat, OperationValue.NotFound, 6, 7);
        VerdictAssert.Linearizable(CheckLifecycle());
    }

    [Theory]
    [InlineData(1_000, long.MaxValue, "the budget of 1000 steps")]
    [InlineData(long.MaxValue, 100_000, "the budget of 100000 bytes")]
    public void A_spent_budget_is_inconclusive_and_named(long nodes, long bytes, string reason)
    {
        for (var i = 0; i < 20; i++) _history.Unknown(OperationKind.Increment, 1UL << i, 0);
        _history.Read(1UL << 40, 10, 20);
        VerdictAssert.Inconclusive(reason, CheckCounter(new SearchBudget(nodes, bytes)));
    }

    [Fact]
    public void More_than_64_unknown_operations_are_inconclusive()
    {
        for (var i = 0; i < 65; i++) _history.Unknown(OperationKind.Increment, 1, i);
        VerdictAssert.Inconclusive("64 a key", CheckCounter());
    }

    [Fact]
    public void More_than_64_operations_behind_a_missing_one_are_inconclusive()
    {
        _history.Read(999, 0, 1_000);
        for (var i = 1; i <= 65; i++) _history.Increment(1, (ulong)i, 10 * i, (10 * i) + 5);
        VerdictAssert.Inconclusive("64 operations overlap", CheckCounter());
    }

    [Fact]
    public void An_operation_behind_the_window_still_bounds_an_unknown_one()
    {
        // The read at 100 had ended before +5 was called, and 64 operations stand between it and the start of the
        // window.
        for (var i = 0; i < 64; i++) _history.Read(5, i, 1_000);
        _history.Read(5, 100, 110);
        _history.Unknown(OperationKind.Increment, 5, 200);
        VerdictAssert.Inconclusive("64 operations overlap", CheckCounter());
        VerdictAssert.Violation(
            Anomaly.TimeTravel, CounterChecker.Check(_history.Operations),
            _history.Operations[64], _history.Operations[65]);
    }

    [Fact]
    public void A_window_that_fills_to_the_last_place_is_left_behind()
    {
        _history.Read(63, 0, 1_000);
        for (var i = 1; i <= 63; i++) _history.Increment(1, (ulong)i, 10 * i, (10 * i) + 5);
        _history.Increment(1, 64, 2_000, 2_010);
        VerdictAssert.Linearizable(CheckCounter());
    }
}
