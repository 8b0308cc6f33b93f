using System.Globalization;
using System.Text.Json;

namespace StorageKit.Conformance;

/// <summary>Writes <c>conformance.json</c>, the driver's statement for machines; docs/conformance-json.md describes
/// it.</summary>
public static class JsonReport
{
    /// <summary>The version of the form. Fields may be added to it; one that goes or changes its meaning makes a new
    /// version.</summary>
    public const int Schema = 1;

    internal static string KitVersion { get; } = typeof(JsonReport).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes the report, UTF-8, indented, keys in snake case.</summary>
    public static void Write(ConformanceReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("kit", KitVersion);
        json.WriteString("driver", report.Driver);
        if (report.Suite is not null) json.WriteString("suite", report.Suite);
        json.WriteStartArray("servers");
        foreach (var server in report.Servers) json.WriteStringValue(server);
        json.WriteEndArray();
        json.WriteNumber("seed", report.Seed);
        json.WriteString("started", report.Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("elapsed_ms", Math.Round(report.Elapsed.TotalMilliseconds, 1));
        json.WriteStartObject("counts");
        foreach (var outcome in Enum.GetValues<ClauseOutcome>()) json.WriteNumber(Name(outcome), report.Count(outcome));
        json.WriteEndObject();
        WriteLevels(json, report);
        WriteExemptions(json, report);
        json.WriteStartArray("clauses");
        foreach (var result in report.Results) WriteClause(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteLevels(Utf8JsonWriter json, ConformanceReport report)
    {
        json.WriteStartArray("levels");
        foreach (var level in report.Levels())
        {
            json.WriteStartObject();
            json.WriteString("level", Name(level.Level));
            json.WriteBoolean("reached", level.IsReached);
            if (!level.IsReached) json.WriteString("obstacle", level.Obstacle);
            json.WriteNumber("passed", level.Passed);
            json.WriteNumber("failed", level.Failed);
            json.WriteNumber("deviating", level.Deviating);
            json.WriteNumber("not_applicable", level.NotApplicable);
            json.WriteNumber("untested", level.Untested);
            json.WriteNumber("not_selected", level.NotSelected);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteExemptions(Utf8JsonWriter json, ConformanceReport report)
    {
        json.WriteStartArray("exemptions");
        foreach (var exemption in report.Exemptions)
        {
            json.WriteStartObject();
            json.WriteString("id", exemption.Id);
            json.WriteString("member", exemption.Member);
            json.WriteString("because", exemption.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteClause(Utf8JsonWriter json, ClauseResult result)
    {
        var info = result.Clause.Info;
        json.WriteStartObject();
        json.WriteString("id", info.Id);
        json.WriteString("sentence", info.Sentence);
        json.WriteString("lane", Name(info.Lane));
        if (ConformanceReport.LevelOf(info.Lane) is { } level) json.WriteString("level", Name(level));
        json.WriteString("outcome", Name(result.Outcome));
        json.WriteBoolean("selected", result.IsSelected);
        if (result.Reason.Length > 0) json.WriteString("reason", result.Reason);
        if (result.Deviation is not null) json.WriteString("deviation", result.Deviation);
        json.WriteNumber("elapsed_ms", Math.Round(result.Elapsed.TotalMilliseconds, 1));
        if (result.Measurements.Count > 0)
        {
            json.WriteStartArray("measurements");
            foreach (var measured in result.Measurements)
            {
                json.WriteStartObject();
                json.WriteString("name", measured.Name);
                json.WriteNumber("value", measured.Value);
                json.WriteString("unit", measured.Unit);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static string Name<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
