using StorageKit.Conformance.Histories;
using StorageKit.Conformance.Tests.Checkers;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>Reports written by hand.</summary>
internal static class SampleReport
{
    /// <summary>One clause in each lane that counts, with the outcomes given, in the order of the lanes.</summary>
    internal static ConformanceReport OfLanes(params ClauseOutcome[] outcomes) => Of(
        [.. new[] { Lane.Fast, Lane.Time, Lane.Concurrent, Lane.Network, Lane.Crash }.Zip(outcomes, (lane, outcome) =>
            Result(ClauseCatalog.All.First(clause => clause.Info.Lane == lane), outcome, $"for {lane}"))]);

    internal static ConformanceReport Of(params ClauseResult[] results) =>
        new("acme", 5, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimeSpan.FromSeconds(1.25), results);

    internal static ClauseResult Result(Clause clause, ClauseOutcome outcome, string reason) =>
        new(clause, outcome, outcome == ClauseOutcome.Passed ? "" : reason, TimeSpan.FromMilliseconds(2.34), 5);

    /// <summary>A lost update: two callers were told 1.</summary>
    internal static ClauseResult LostUpdate(string reason = "LOST UPDATE: two callers own unit 1")
    {
        var builder = new HistoryBuilder();
        builder.Increment(1, 1, 0, 20);
        builder.Increment(1, 1, 10, 30);
        builder.Read(1, 40, 50);
        var history = new History(new HistoryHeader(5, "RLC-05", "acme"), builder.Operations);
        return Result(ClauseCatalog.Get("RLC-05"), ClauseOutcome.Failed, reason) with
        {
            History = history,
            Witness = [history.Operations[0], history.Operations[1]],
        };
    }
}
