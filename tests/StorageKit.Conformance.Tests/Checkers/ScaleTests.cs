using System.Diagnostics;
using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>Large histories, as load runs make them. 100,000 operations by default; STORAGEKIT_SCALE says another
/// number.</summary>
public class ScaleTests(ITestOutputHelper output)
{
    const int Callers = 8;

    static readonly int s_count =
        int.TryParse(Environment.GetEnvironmentVariable("STORAGEKIT_SCALE"), out var count) ? count : 100_000;

    [Fact]
    public void A_large_counter_history_is_checked_in_a_second()
    {
        ulong total = 0;
        var history = Simulate(i => i % 3 == 0 ? OperationKind.Read : OperationKind.Increment, o =>
        {
            if (o.Kind == OperationKind.Increment) total++;
            return o with { Argument = o.Kind == OperationKind.Increment ? 1 : OperationValue.None, Result = total };
        });
        VerdictAssert.Linearizable(Time("counter", () => CounterChecker.Check(history)));

        Spoil(history, OperationKind.Read, o => o.Result.Number!.Value - 100);
        Assert.Equal(Anomaly.StaleRead, Time("counter with a stale read", () => CounterChecker.Check(history)).Anomaly);
    }

    [Fact]
    public void A_large_register_history_is_checked_in_a_second()
    {
        OperationValue value = 0;
        var history = Simulate(i => i % 2 == 0 ? OperationKind.Read : OperationKind.Write, o =>
        {
            if (o.Kind == OperationKind.Read) return o with { Result = value };
            value = (ulong)o.Id;
            return o with { Argument = value };
        });
        VerdictAssert.Linearizable(Time("register", () => RegisterChecker.Check(history, 0)));

        var old = history.First(o => o.Kind == OperationKind.Write).Argument;
        Spoil(history, OperationKind.Read, _ => old);
        var verdict = Time("register with a stale read", () => RegisterChecker.Check(history, 0));
        Assert.Equal(Anomaly.StaleRead, verdict.Anomaly);
    }

    [Fact]
    public void A_large_log_is_checked_in_a_second()
    {
        var log = new List<OperationValue>();
        var history = Simulate(_ => OperationKind.Emit, o =>
        {
            log.Add((ulong)o.Id);
            return o with { Argument = (ulong)o.Id };
        });
        var end = history.Max(o => o.Return) + 1;
        history.Add(history[0] with
        {
            Kind = OperationKind.ReadLog, Argument = OperationValue.None, Result = OperationValue.Of(log),
            Call = end, Return = end,
        });
        VerdictAssert.Linearizable(Time("log", () => LogChecker.Check(history)));

        Spoil(history, OperationKind.ReadLog, _ => OperationValue.Of(log.SkipLast(1)));
        Assert.Equal(Anomaly.LostEntry, Time("log with a lost entry", () => LogChecker.Check(history)).Anomaly);
    }

    static List<Operation> Simulate(Func<int, OperationKind> choose, Func<Operation, Operation> apply)
    {
        var random = new Random(7);
        var free = new long[Callers];
        var steps = new List<(long Moment, Operation Operation)>(s_count);
        for (var i = 0; i < s_count; i++)
        {
            var caller = random.Next(Callers);
            var call = free[caller] + 1 + random.Next(20);
            var moment = call + random.Next(40);
            free[caller] = moment + random.Next(40);
            steps.Add((moment, new Operation
            {
                Id = i + 1, Caller = caller, Kind = choose(i), Key = "k", Call = call, Return = free[caller],
            }));
        }

        return [.. steps.OrderBy(s => s.Moment).Select(s => apply(s.Operation)).OrderBy(o => o.Call)];
    }

    static void Spoil(List<Operation> history, OperationKind kind, Func<Operation, OperationValue> result)
    {
        var last = history.FindLastIndex(o => o.Kind == kind);
        history[last] = history[last] with { Result = result(history[last]) };
    }

    Verdict Time(string what, Func<Verdict> check)
    {
        // The fastest of three: a busy machine must not decide.
        var (verdict, fastest) = (Verdict.Inconclusive("not run"), TimeSpan.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            verdict = check();
            if (clock.Elapsed < fastest) fastest = clock.Elapsed;
        }

        output.WriteLine($"{what}, {s_count} operations: {fastest.TotalMilliseconds:0.0} ms");
        Assert.True(s_count > 100_000 || fastest < TimeSpan.FromSeconds(1), $"{what} took {fastest}");
        return verdict;
    }
}
