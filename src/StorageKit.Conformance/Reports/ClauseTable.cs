using System.Globalization;

namespace StorageKit.Conformance;

/// <summary>The page's table of clauses, with what filters it.</summary>
internal static class ClauseTable
{
    internal static void Write(StreamWriter writer, ConformanceReport report)
    {
        WriteFilters(writer, report);
        writer.WriteLine(
            "<table id=\"clauses\"><thead><tr><th>clause</th><th>promise</th><th>lane</th><th>level</th>"
            + "<th>outcome</th><th class=\"number\">ms</th></tr></thead><tbody>");
        foreach (var result in report.Results)
        {
            WriteRow(writer, result);
            if (Label.IsBad(result.Outcome)) WriteDetail(writer, result);
        }
        writer.WriteLine("</tbody></table>");
    }

    static void WriteFilters(StreamWriter writer, ConformanceReport report)
    {
        writer.WriteLine(
            "<form class=\"filters\" role=\"search\"><input id=\"search\" type=\"search\" autocomplete=\"off\" "
            + "placeholder=\"find in clauses\" aria-label=\"find in clauses\">");
        WriteChoice(writer, "group", report.Results.Select(result => result.Clause.Id[..3]));
        WriteChoice(writer, "lane", report.Results.Select(result => Label.Of(result.Clause.Info.Lane)));
        writer.WriteLine("<fieldset><legend>outcome</legend>");
        foreach (var outcome in Enum.GetValues<ClauseOutcome>().Where(outcome => report.Count(outcome) > 0))
            writer.WriteLine(
                $"<label><input type=\"checkbox\" value=\"{Label.Class(outcome)}\" checked> {Label.Of(outcome)} "
                + $"<b>{report.Count(outcome).ToString(CultureInfo.InvariantCulture)}</b></label>");
        writer.WriteLine(
            "</fieldset></form>"
            + $"<p id=\"shown\" role=\"status\">{report.Results.Count} of {report.Results.Count} clauses</p>");
    }

    static void WriteChoice(StreamWriter writer, string name, IEnumerable<string> values)
    {
        writer.Write($"<select id=\"{name}\" aria-label=\"{name}\"><option value=\"\">every {name}</option>");
        foreach (var group in values.CountBy(value => value))
            writer.Write($"<option value=\"{group.Key}\">{group.Key} ({group.Value})</option>");
        writer.WriteLine("</select>");
    }

    static void WriteRow(StreamWriter writer, ClauseResult result)
    {
        var info = result.Clause.Info;
        var level = ConformanceReport.LevelOf(info.Lane) is { } of ? Label.Of(of) : "–";
        writer.Write(
            $"<tr class=\"{Label.Class(result.Outcome)}\" id=\"{info.Id}\" data-group=\"{info.Id[..3]}\" "
            + $"data-lane=\"{Label.Of(info.Lane)}\"><td><code>{info.Id}</code></td><td>{Html.Text(info.Sentence)}");
        if (result.Deviation is not null)
            writer.Write($"<small>declared: {Html.Text(result.Deviation)}</small>");
        if (!Label.IsBad(result.Outcome) && result.Reason.Length > 0)
            writer.Write($"<small>{Html.Text(result.Reason)}</small>");
        foreach (var measured in result.Measurements)
            writer.Write(
                $"<small>{Html.Text(measured.Name)}: "
                + $"{measured.Value.ToString("#,0.###", CultureInfo.InvariantCulture)} "
                + $"{Html.Text(measured.Unit)}</small>");
        writer.WriteLine(
            $"</td><td>{Label.Of(info.Lane)}</td><td>{level}</td>"
            + $"<td><span class=\"outcome\">{Label.Of(result.Outcome)}</span></td><td class=\"number\">"
            + $"{result.Elapsed.TotalMilliseconds.ToString("#,0", CultureInfo.InvariantCulture)}</td></tr>");
    }

    static void WriteDetail(StreamWriter writer, ClauseResult result)
    {
        writer.Write(
            $"<tr class=\"detail\"><td colspan=\"6\"><details><summary>{Html.Text(result.Reason)}</summary>"
            + $"<pre>{Html.Text(result.Explain())}</pre>");
        if (result.History is { } history) HistoryFigure.Write(writer, result.Clause.Id, history, result.Witness);
        writer.WriteLine("</details></td></tr>");
    }
}
