using System.Globalization;
using System.Text;

namespace StorageKit.Conformance;

/// <summary>Writes <c>conformance.html</c>: one file that loads nothing and sends nothing, readable on a phone.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report, UTF-8.</summary>
    public static void Write(ConformanceReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new StreamWriter(destination, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        writer.WriteLine(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"{PageResource.ContentSecurityPolicy}\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine(
            $"<title>Conformance of {Html.Text(report.Driver)}</title>"
            + $"<style>{PageResource.Style}</style></head><body>");
        WriteSummary(writer, report);
        WriteLevels(writer, report);
        FailureList.Write(writer, report);
        WriteExemptions(writer, report);
        ClauseTable.Write(writer, report);
        writer.WriteLine($"<script>{PageResource.Script}</script></body></html>");
    }

    static void WriteSummary(StreamWriter writer, ConformanceReport report)
    {
        var verdict = report.HasNoFailure
            ? "no clause failed"
            : $"{report.Count(ClauseOutcome.Failed)} failed, {report.Count(ClauseOutcome.Inconclusive)} inconclusive";
        writer.WriteLine($"<h1>Driver <code>{Html.Text(report.Driver)}</code>: {verdict}</h1>");
        string?[] facts =
        [
            report.Suite is { } suite ? $"suite {Html.Text(suite)}" : null,
            .. report.Servers.Select(server => $"against {Html.Text(server)}"),
            $"{report.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC",
            $"{report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
            $"seed {report.Seed.ToString(CultureInfo.InvariantCulture)}",
            $"kit {JsonReport.KitVersion}",
        ];
        writer.WriteLine(
            $"<p class=\"facts\">{string.Join(" · ", facts.OfType<string>())}</p>");
    }

    static void WriteLevels(StreamWriter writer, ConformanceReport report)
    {
        writer.WriteLine("<ul class=\"levels\">");
        foreach (var level in report.Levels())
            writer.WriteLine(
                $"<li class=\"{(level.IsReached ? level.Untested == 0 ? "passed" : "partly" : "open")}\">"
                + $"<b>{Label.Of(level.Level)}</b> <span>{Html.Text(level.Summary)}</span>"
                + $"<small>{level.Passed} passed, {level.Failed} failed, "
                + (level.Deviating > 0 ? $"{level.Deviating} deviating, " : "")
                + $"{level.Untested} untested</small></li>");
        writer.WriteLine("</ul>");
    }

    static void WriteExemptions(StreamWriter writer, ConformanceReport report)
    {
        if (report.Exemptions.Count == 0) return;
        writer.WriteLine("<section class=\"exemptions\"><h2>Exempted by the author</h2><ul>");
        foreach (var exemption in report.Exemptions)
            writer.WriteLine(
                $"<li><code>{Html.Text(exemption.Id)}</code> for <code>{Html.Text(exemption.Member)}</code>: "
                + $"{Html.Text(exemption.Because)}</li>");
        writer.WriteLine("</ul></section>");
    }
}
