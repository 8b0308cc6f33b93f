using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;

namespace StorageKit.Cli.Certify;

/// <summary>Shows how far a run is: a table that changes in a terminal, a line now and then elsewhere.</summary>
internal sealed class CertifyingProgress(IReadOnlyCollection<Lane> lanes)
{
    readonly List<ClauseResult> _results = [];
    readonly long _start = Stopwatch.GetTimestamp();

    int Total => ClauseCatalog.All.Count(clause => lanes.Contains(clause.Info.Lane));

    internal static async Task<ConformanceReport> WatchAsync(
        DriverUnderTest driver, IReadOnlyCollection<Lane> lanes,
        Func<IProgress<ClauseResult>, Task<ConformanceReport>> run)
    {
        var progress = new CertifyingProgress(lanes);
        if (Console.IsErrorRedirected)
        {
            using var line = ProgressLine.Create();
            return await run(new Immediate(result =>
            {
                if (progress.Take(result)) line.Report(progress._results.Count, "clauses", progress.Total);
            }));
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Live(progress.Render(driver.Name)).StartAsync(live => run(new Immediate(result =>
        {
            progress.Take(result);
            live.UpdateTarget(progress.Render(driver.Name));
        })));
    }

    bool Take(ClauseResult result)
    {
        if (!lanes.Contains(result.Clause.Info.Lane)) return false;
        _results.Add(result);
        return true;
    }

    Table Render(string driver)
    {
        var table = new Table().Border(TableBorder.Rounded).Caption(Left()).Title(Markup.Escape(driver)).AddColumns(
            "lane", "clauses", "[green]passed[/]", "[red]failed[/]", "not applicable", "untested", "seconds");
        foreach (var lane in lanes.Distinct().Order())
        {
            var own = _results.Where(result => result.Clause.Info.Lane == lane).ToList();
            table.AddRow(
                lane.ToString().ToLowerInvariant(),
                $"{own.Count} of {ClauseCatalog.All.Count(clause => clause.Info.Lane == lane)}",
                Count(own, ClauseOutcome.Passed),
                Number(own.Count(result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive)),
                Count(own, ClauseOutcome.NotApplicable), Count(own, ClauseOutcome.Untested),
                own.Sum(result => result.Elapsed.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture));
        }
        return table;
    }

    // Clauses last from a millisecond to a minute, so it is what the average says, and says so.
    string Left()
    {
        if (_results.Count == 0) return "";
        var left = Stopwatch.GetElapsedTime(_start) / _results.Count * (Total - _results.Count);
        return string.Create(CultureInfo.InvariantCulture, $"about {left:m\\:ss} left");
    }

    static string Count(List<ClauseResult> results, ClauseOutcome outcome) =>
        Number(results.Count(result => result.Outcome == outcome));

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><see cref="Progress{T}"/> would report from another thread, after the table is gone.</summary>
    sealed class Immediate(Action<ClauseResult> report) : IProgress<ClauseResult>
    {
        public void Report(ClauseResult value) => report(value);
    }
}
