using System.Text;
using static StorageKit.Benchmarks.Report.UnitFormat;

namespace StorageKit.Benchmarks.Report;

/// <summary>docs/performance.md: made of the results, and of the notes that lie beside each benchmark.</summary>
internal sealed class Page
{
    const string Introduction = """
        # Performance

        Every figure below is measured by `./tests/bench.sh`, which writes this page; `./tests/bench.sh NAME` measures one
        section anew. Contestants have their turns round after round, so that what else the machine does meets all of them.
        **Ratio** is the contestant's cost divided by ours *in the same round*: 3.0 means that ours is three times as fast,
        0.8 that the contestant needs 80 % of our time. In brackets stand the lowest and highest of all rounds.
        Read ratios; absolute figures are those of one small machine.


        """;

    readonly StringBuilder _text = new(Introduction.ReplaceLineEndings("\n"));

    Page()
    {
    }

    /// <summary>The page of these results, in their order; each with the note that explains it, if it has one.</summary>
    public static string Write(IReadOnlyList<(Result Result, string? Note)> sections)
    {
        var page = new Page();
        page.WriteGoals([.. sections.Select(section => section.Result)]);
        foreach (var (result, note) in sections)
            page.WriteSection(result, note);
        return page._text.ToString().TrimEnd('\n') + "\n";
    }

    void WriteGoals(IReadOnlyList<Result> results)
    {
        var goals = results.SelectMany(result => result.Goals).ToList();
        Line($"## Goals: {goals.Count(goal => goal.IsMet)} of {goals.Count} are met");
        Line();
        Line("| section | goal | | measured | |");
        Line("| --- | --- | ---: | ---: | --- |");
        foreach (var result in results)
            foreach (var goal in result.Goals)
                Line($"| [{result.Name}](#{Anchor(result.Title)}) | {goal.What} "
                    + $"| {(goal.IsUpperLimit ? "≤" : "≥")} {Number(goal.Limit)} | {Number(goal.Measured)} "
                    + $"| {(goal.IsMet ? "met" : "**missed**")} |");
        Line();
    }

    void WriteSection(Result result, string? note)
    {
        Line($"## {result.Title}");
        Line();
        foreach (var table in result.Tables)
            WriteTable(table);
        foreach (var chart in result.Charts)
            WriteChart(result, chart);
        if (note is not null)
        {
            Line(note.ReplaceLineEndings("\n").Trim());
            Line();
        }
        var versions = string.Concat(result.Versions.Select(version => $", {version.Key} {version.Value}"));
        Line($"*{result.Date}: {result.Machine}{versions}*");
        Line();
    }

    void WriteTable(Table table)
    {
        var (hasBytes, hasP99) = (table.Rows.Any(row => row.Bytes is not null), table.Rows.Any(row => row.P99 is not null));
        Line($"| {table.Caption} | {(table.Unit == Unit.Rate ? "rate" : "cost")} | ratio |"
            + (hasBytes ? " allocated |" : "") + (hasP99 ? " p99 |" : ""));
        Line("| --- | ---: | ---: |" + (hasBytes ? " ---: |" : "") + (hasP99 ? " ---: |" : ""));
        foreach (var row in table.Rows)
            Line($"| {(row == table.Ours ? $"**{row.Name}**" : row.Name)} | {table.Unit.Format(row.Cost.Median)} "
                + $"| {Number(row.Ratio.Median)} ({Number(row.Ratio.Low)} to {Number(row.Ratio.High)}) |"
                + (hasBytes ? $" {Bytes(row.Bytes)} |" : "")
                + (hasP99 ? $" {(row.P99 is { } p99 ? Unit.Time.Format(p99 * 1e6) : "")} |" : ""));
        Line();
    }

    void WriteChart(Result result, Chart chart)
    {
        Line($"![{chart.Caption}](performance/{result.Name}-{chart.Name}.svg)");
        Line();
        if (chart.IsGrowth)
        {
            var exponents = chart.Series.Select(series => $"{series.Name} {Number(series.Exponent)}");
            Line($"{chart.Caption}; grows with the power of {string.Join(", ", exponents)}.");
            Line();
        }
    }

    void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>Less than half a byte an operation is none: something else in the process allocated it.</summary>
    static string Bytes(double? bytes) => bytes switch
    {
        null => "",
        < 0.5 => "0 B",
        < 10_000 => Number(Math.Round(bytes.Value)) + " B",
        < 10_000_000 => Number(bytes.Value / 1e3) + " KB",
        _ => Number(bytes.Value / 1e6) + " MB",
    };

    static string Anchor(string title) => string.Concat(
        title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
}
