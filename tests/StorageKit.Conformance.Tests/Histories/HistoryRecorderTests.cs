using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Histories;

public class HistoryRecorderTests
{
    const int Callers = 8;
    const int Each = 5_000;

    readonly HistoryRecorder _recorder = new(new HistoryHeader(1, "RLC-05", "acme"));

    [Fact]
    public async Task Eight_threads_on_an_atomic_counter_record_a_linearizable_history()
    {
        var counter = new long[1];
        var history = await RaceAsync(() => (ulong)Interlocked.Increment(ref counter[0]));
        Assert.Equal(Callers * Each, history.Count(Outcome.Ok));
        Assert.Equal(VerdictStatus.Linearizable, CounterChecker.Check(history.Operations).Status);
    }

    [Fact]
    public void A_fault_lasts_until_it_is_disposed_and_a_moment_has_no_length()
    {
        var caller = _recorder.AddCaller();
        var fault = _recorder.Fault("black hole");
        caller.Begin(OperationKind.Read, "k").End(1UL);
        _recorder.Moment("wall clock +1 h");
        var during = _recorder.ToHistory().Faults;
        fault.Dispose();
        caller.Begin(OperationKind.Read, "k").End(1UL);
        fault.Dispose();

        var history = _recorder.ToHistory();

        Assert.Equal(("black hole", Operation.Never), (during[0].Name, during[0].End));
        var (hole, jump) = (history.Faults[0], history.Faults[1]);
        Assert.True(hole.Start <= history.Operations[0].Call && history.Operations[0].Return <= jump.Start);
        Assert.True(jump.IsMoment && jump.Start <= hole.End && hole.End <= history.Operations[1].Call);
    }

    [Fact]
    public async Task Eight_threads_on_a_counter_that_reads_and_writes_record_a_lost_update()
    {
        var counter = new long[1];
        var history = await RaceAsync(() =>
        {
            var read = Volatile.Read(ref counter[0]);
            if (read % 16 == 0) Thread.Yield();
            Volatile.Write(ref counter[0], read + 1);
            return (ulong)(read + 1);
        });
        Assert.Equal(Anomaly.LostUpdate, CounterChecker.Check(history.Operations).Anomaly);
    }

    [Fact]
    public async Task Operations_are_numbered_in_order_of_calls_and_belong_to_their_callers()
    {
        var counter = new long[1];
        var history = await RaceAsync(() => (ulong)Interlocked.Increment(ref counter[0]));
        Assert.Equal(Enumerable.Range(1, Callers * Each).Select(i => (long)i), history.Operations.Select(o => o.Id));
        Assert.Equal(history.Operations.Select(o => o.Call).Order(), history.Operations.Select(o => o.Call));
        Assert.Equal(Enumerable.Range(1, Callers), history.Operations.Select(o => o.Caller).Distinct().Order());
        foreach (var caller in history.Operations.GroupBy(o => o.Caller))
            Assert.All(caller.Zip(caller.Skip(1)), pair => Assert.True(pair.First.Return <= pair.Second.Call));
    }

    [Theory]
    [InlineData(typeof(TimeoutException), Outcome.Unknown)]
    [InlineData(typeof(OperationCanceledException), Outcome.Unknown)]
    [InlineData(typeof(IOException), Outcome.Unknown)]
    [InlineData(typeof(ArgumentOutOfRangeException), Outcome.Failed)]
    public async Task An_exception_is_unknown_unless_it_proves_that_nothing_happened(Type type, Outcome outcome)
    {
        var exception = (Exception)Activator.CreateInstance(type)!;
        var recorded = await ThrowAsync(_recorder.AddCaller(), exception);
        Assert.Equal(outcome, recorded.Outcome);
        Assert.Equal(outcome == Outcome.Unknown, recorded.Return == Operation.Never);
        Assert.StartsWith(type.Name + ": ", recorded.Error);
        Assert.Equal(1, _recorder.ToHistory().Count(outcome));
    }

    [Fact]
    public async Task The_workload_can_say_which_exceptions_prove_that_nothing_happened()
    {
        var recorder = new HistoryRecorder(
            new HistoryHeader(1, "RLC-05", "acme"), e => e is IOException ? Outcome.Failed : Outcome.Unknown);
        var recorded = await ThrowAsync(recorder.AddCaller(), new IOException("refused"));
        Assert.Equal(Outcome.Failed, recorded.Outcome);
    }

    [Fact]
    public async Task A_caller_gets_a_new_id_after_an_unknown_outcome()
    {
        var caller = _recorder.AddCaller();
        var other = _recorder.AddCaller();
        await ThrowAsync(caller, new TimeoutException());
        await caller.RecordAsync(OperationKind.Reset, "k", OperationValue.None, () => ValueTask.CompletedTask);
        Assert.Equal([1, 3], _recorder.ToHistory().Operations.Select(o => o.Caller));
        Assert.Equal(2, other.Id);
    }

    [Fact]
    public void An_operation_that_has_not_ended_is_in_the_history_with_an_unknown_outcome()
    {
        var open = _recorder.AddCaller().Begin(OperationKind.Write, "k", "v");
        var running = Assert.Single(_recorder.ToHistory().Operations);
        Assert.Equal((Outcome.Unknown, Operation.Never), (running.Outcome, running.Return));

        open.End(OperationValue.None);
        Assert.Equal(Outcome.Ok, Assert.Single(_recorder.ToHistory().Operations).Outcome);
        Assert.Throws<InvalidOperationException>(() => open.End(OperationValue.None));
    }

    [Fact]
    public void Merged_histories_keep_their_callers_apart()
    {
        _recorder.AddCaller().Begin(OperationKind.Write, "k", "v");
        var part = _recorder.ToHistory();
        var merged = History.Merge(part.Header, [part, part]);
        Assert.Equal([1, 3], merged.Operations.Select(o => o.Caller));
        Assert.Equal([1L, 2L], merged.Operations.Select(o => o.Id));
    }

    static ValueTask<Operation> ThrowAsync(RecordingCaller caller, Exception exception) => caller.RecordAsync(
        OperationKind.Reset, "k", OperationValue.None, () => ValueTask.FromException(exception));

    async Task<History> RaceAsync(Func<ulong> increment)
    {
        using var start = new Barrier(Callers);
        var threads = Enumerable.Range(0, Callers)
            .Select(_ => Task.Factory.StartNew(Run, TaskCreationOptions.LongRunning).Unwrap());
        await Task.WhenAll(threads);
        return _recorder.ToHistory();

        async Task Run()
        {
            var caller = _recorder.AddCaller();
            start.SignalAndWait();
            for (var i = 0; i < Each; i++)
            {
                await caller.RecordAsync(
                    OperationKind.Increment, "k", 1, () => ValueTask.FromResult<OperationValue>(increment()));
            }
        }
    }
}
