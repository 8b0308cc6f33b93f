using Spectre.Console;
using StorageKit.Conformance;

namespace Quickstart;

/// <summary>The state of a certification: a row for each lane.</summary>
internal sealed class ProgressTable(IReadOnlyList<ClauseResult> results)
{
    internal Table Render()
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns(
                "lane", "clauses", "[green]passed[/]", "[red]failed[/]", "not applicable", "untested", "seconds");
        foreach (var lane in Enum.GetValues<Lane>())
        {
            var all = ClauseCatalog.All.Count(clause => clause.Info.Lane == lane);
            var own = results.Where(result => result.Clause.Info.Lane == lane).ToList();
            table.AddRow(
                lane.ToString().ToLowerInvariant(),
                $"{own.Count} of {all}",
                Count(own, ClauseOutcome.Passed),
                (own.Count(r => r.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive)).ToString(),
                Count(own, ClauseOutcome.NotApplicable),
                Count(own, ClauseOutcome.Untested),
                own.Sum(result => result.Elapsed.TotalSeconds).ToString("0.0"));
        }
        return table;
    }

    static string Count(List<ClauseResult> results, ClauseOutcome outcome) =>
        results.Count(result => result.Outcome == outcome).ToString();
}
