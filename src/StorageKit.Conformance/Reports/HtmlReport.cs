using System.Globalization;
using System.Net;
using System.Text;

namespace StorageKit.Conformance;

/// <summary>Writes <c>conformance.html</c>: one file without references to anything outside,
/// readable on a phone.</summary>
public static partial class HtmlReport
{
    /// <summary>Writes the report, UTF-8.</summary>
    public static void Write(ConformanceReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new StreamWriter(destination, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine($"<title>Conformance of {Text(report.Driver)}</title><style>{Style}</style></head><body>");
        WriteSummary(writer, report);
        WriteFilters(writer, report);
        writer.WriteLine(
            "<table id=\"clauses\"><thead><tr><th>clause</th><th>promise</th><th>lane</th><th>outcome</th><th>ms</th>"
            + "</tr></thead><tbody>");
        foreach (var result in report.Results) WriteRow(writer, result);
        writer.WriteLine($"</tbody></table><script>{Script}</script></body></html>");
    }

    static void WriteSummary(StreamWriter writer, ConformanceReport report)
    {
        var verdict = report.HasNoFailure
            ? "no clause failed"
            : $"{report.Count(ClauseOutcome.Failed)} failed, {report.Count(ClauseOutcome.Inconclusive)} inconclusive";
        writer.WriteLine($"<h1>Driver <code>{Text(report.Driver)}</code>: {verdict}</h1>");
        writer.WriteLine(
            $"<p>{report.Results.Count} clauses, "
            + $"{report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, "
            + $"seed {report.Seed.ToString(CultureInfo.InvariantCulture)}, "
            + $"{report.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</p>");
        writer.WriteLine("<ul class=\"levels\">");
        foreach (var level in report.Levels())
            writer.WriteLine(
                $"<li class=\"{(level.IsReached ? "passed" : "open")}\"><b>{level.Level}</b> "
                + $"{(level.IsReached ? "reached" : "not reached")}"
                + $"<small>{level.Passed} passed, {level.Failed} failed, {level.Untested} untested</small></li>");
        writer.WriteLine("</ul>");
    }

    static void WriteFilters(StreamWriter writer, ConformanceReport report)
    {
        writer.WriteLine(
            "<p class=\"filters\"><input id=\"search\" type=\"search\" placeholder=\"filter clauses\" "
            + "aria-label=\"filter clauses\">");
        foreach (var outcome in Enum.GetValues<ClauseOutcome>())
            writer.WriteLine(
                $"<label><input type=\"checkbox\" value=\"{Class(outcome)}\" checked> {Label(outcome)} "
                + $"({report.Count(outcome).ToString(CultureInfo.InvariantCulture)})</label>");
        writer.WriteLine("</p>");
    }

    static void WriteRow(StreamWriter writer, ClauseResult result)
    {
        var info = result.Clause.Info;
        writer.Write(
            $"<tr class=\"{Class(result.Outcome)}\" id=\"{info.Id}\">"
            + $"<td><code>{info.Id}</code></td><td>{Text(info.Sentence)}");
        if (result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive)
        {
            writer.Write($"<details open><summary>{Text(result.Reason)}</summary><pre>{Text(result.Explain())}</pre>");
            if (result.History is { } history) writer.Write(HistoryTimeline.Draw(history, result.Witness));
            writer.Write("</details>");
        }
        else if (result.Reason.Length > 0)
        {
            writer.Write($"<small>{Text(result.Reason)}</small>");
        }
        if (result.Measurements.Count > 0)
            writer.Write($"<small>{Text(string.Join("; ", result.Measurements))}</small>");
        writer.WriteLine(
            $"</td><td>{info.Lane.ToString().ToLowerInvariant()}</td>"
            + $"<td><span class=\"outcome\">{Label(result.Outcome)}</span></td>"
            + "<td class=\"number\">"
            + $"{result.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}</td></tr>");
    }

    static string Class(ClauseOutcome outcome) => outcome.ToString().ToLowerInvariant();

    static string Label(ClauseOutcome outcome) =>
        outcome == ClauseOutcome.NotApplicable ? "not applicable" : Class(outcome);

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
