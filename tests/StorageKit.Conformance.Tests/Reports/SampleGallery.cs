using System.Diagnostics;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>A report with everything that a page can show: each outcome, a long history of several keys under faults, a
/// witness whose operations lie far apart, words that look like markup.</summary>
internal static class SampleGallery
{
    internal const int Operations = 10_000;
    static readonly long s_microsecond = Stopwatch.Frequency / 1_000_000;

    internal static ConformanceReport Report { get; } = SampleReport.Of([.. ClauseCatalog.All.Select(Result)]) with
    {
        Driver = "acme<script>document.title='markup'</script>",
        Suite = "Acme.Storage.Tests.AcmeConformance",
        Servers = ["PostgreSQL 15.14"],
        Exemptions = [new("SK1001", "AcmeAudit.PurgeAsync", "Rows past the legal retention go in a sealed job.")],
    };

    static ClauseResult Result(Clause clause) => clause.Id switch
    {
        "RLC-05" => LostUpdate(clause),
        "AUD-04" => LostEntry(clause),
        "LIF-13" => SampleReport.Result(
            clause, ClauseOutcome.Failed,
            "heartbeat in a tenant where another tenant's agent is not registered: expected a StorageException of kind "
            + "NotFound, but it succeeded <script>document.title='markup'</script>"),
        "RLC-07" => SampleReport.Result(
            clause, ClauseOutcome.Inconclusive, "Inconclusive: 2,000,000 states were not enough"),
        "SES-12" => SampleReport.Result(
            clause, ClauseOutcome.Deviating, "LoadAsync of a damaged session: expected StorageException, but it succeeded")
            with { Deviation = "Version 1 records carry no checksum." },
        _ when clause.Info.Lane is Lane.Network or Lane.Crash => SampleReport.Result(
            clause, ClauseOutcome.Untested, "the harness has no IBackendEndpoint"),
        _ when clause.Id.StartsWith("POL", StringComparison.Ordinal) => SampleReport.Result(
            clause, ClauseOutcome.NotApplicable, "the driver has no IPolicyStore"),
        "GEN-24" => SampleReport.Result(clause, ClauseOutcome.Passed, "") with
        {
            Measurements = [new("throughput, 8 callers", 41_250.5, "operations/s"), new("p99", 1.25, "ms")],
        },
        _ => SampleReport.Result(clause, ClauseOutcome.Passed, ""),
    };

    /// <summary>Eight callers, two keys, a black hole in which answers are lost; in the middle two own one unit.</summary>
    static ClauseResult LostUpdate(Clause clause)
    {
        List<Operation> operations = [];
        var totals = new Dictionary<string, ulong> { ["tenant/a"] = 0, ["<b>bold</b>\0"] = 0 };
        for (var i = 0; i < Operations; i++)
        {
            var key = i % 3 == 2 ? "<b>bold</b>\0" : "tenant/a";
            var isLost = i is > 4_890 and < 4_900;
            // The witness: this increment answers what the one before it answered.
            if (i != Operations / 2) totals[key]++;
            operations.Add(At(
                OperationKind.Increment, isLost ? 9 + (i % 10) : 1 + (i % 8), key, 1UL, isLost ? OperationValue.None : totals[key],
                i * 3, isLost ? null : (i * 3) + 11 + (i % 7)));
        }
        var history = new History(
            new(5, clause.Id, "acme"), operations,
            [
                new("black hole", 14_650 * s_microsecond, 14_720 * s_microsecond),
                new("wall clock +1 h", 15_060 * s_microsecond, 15_060 * s_microsecond),
            ]);
        var second = history.Operations[Operations / 2];
        var first = history.Operations.Last(o => o.Key == second.Key && o.Id < second.Id && o.Result == second.Result);
        return SampleReport.Result(
            clause, ClauseOutcome.Failed,
            $"LOST UPDATE: {first.Describe(0)} and {second.Describe(0)} both own one unit (key '{second.Key}')") with
        {
            History = history, Witness = [first, second], Page = "/reports/conformance/acme/AcmeConformance.html",
        };
    }

    /// <summary>An entry is acknowledged at the beginning and misses in the read at the end.</summary>
    static ClauseResult LostEntry(Clause clause)
    {
        var operations = Enumerable.Range(0, 1_100).Select(i => At(
            OperationKind.Emit, 1 + (i % 4), "audit", $"entry{i}", OperationValue.None, i * 40, (i * 40) + 35)).ToList();
        operations.Add(At(
            OperationKind.ReadLog, 5, "audit", OperationValue.None,
            OperationValue.Of(Enumerable.Range(0, 1_099).Select(i => OperationValue.Of($"entry{i}"))), 44_500, 45_400));
        var history = new History(new(5, clause.Id, "acme"), operations);
        return SampleReport.Result(clause, ClauseOutcome.Failed, "LOST ENTRY: entry7 was acknowledged and is not there")
            with { History = history, Witness = [history.Operations[7], history.Operations[^1]] };
    }

    static Operation At(
        OperationKind kind, int caller, string key, OperationValue argument, OperationValue result, long call, long? end) =>
        new()
        {
            Id = 0, Caller = caller, Kind = kind, Key = key, Argument = argument, Result = result,
            Call = call * s_microsecond, Return = end * s_microsecond ?? Operation.Never,
            Outcome = end is null ? Outcome.Unknown : Outcome.Ok,
        };
}
