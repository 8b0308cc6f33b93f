using System.Globalization;
using System.Text.Json;

namespace StorageKit.Conformance;

/// <summary>Writes <c>conformance.json</c>, the driver's statement for machines.</summary>
public static class JsonReport
{
    const int Format = 1;

    /// <summary>Writes the report, UTF-8, indented, keys in snake case.</summary>
    public static void Write(ConformanceReport report, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("kit", typeof(JsonReport).Assembly.GetName().Version?.ToString(3));
        json.WriteString("driver", report.Driver);
        json.WriteNumber("seed", report.Seed);
        json.WriteString("started", report.Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("elapsed_ms", Math.Round(report.Elapsed.TotalMilliseconds, 1));
        json.WriteStartObject("counts");
        foreach (var outcome in Enum.GetValues<ClauseOutcome>()) json.WriteNumber(Name(outcome), report.Count(outcome));
        json.WriteEndObject();
        WriteLevels(json, report);
        WriteClauses(json, report);
        json.WriteEndObject();
    }

    static void WriteLevels(Utf8JsonWriter json, ConformanceReport report)
    {
        json.WriteStartArray("levels");
        foreach (var level in report.Levels())
        {
            json.WriteStartObject();
            json.WriteString("level", JsonNamingPolicy.SnakeCaseLower.ConvertName(level.Level.ToString()));
            json.WriteBoolean("reached", level.IsReached);
            json.WriteNumber("passed", level.Passed);
            json.WriteNumber("failed", level.Failed);
            json.WriteNumber("untested", level.Untested);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteClauses(Utf8JsonWriter json, ConformanceReport report)
    {
        json.WriteStartArray("clauses");
        foreach (var result in report.Results)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Clause.Id);
            json.WriteString("sentence", result.Clause.Info.Sentence);
            json.WriteString("lane", result.Clause.Info.Lane.ToString().ToLowerInvariant());
            json.WriteString("outcome", Name(result.Outcome));
            if (result.Reason.Length > 0) json.WriteString("reason", result.Reason);
            json.WriteNumber("elapsed_ms", Math.Round(result.Elapsed.TotalMilliseconds, 1));
            if (result.Measurements.Count > 0) WriteMeasurements(json, result.Measurements);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteMeasurements(Utf8JsonWriter json, IReadOnlyList<Measurement> measurements)
    {
        json.WriteStartArray("measurements");
        foreach (var measurement in measurements)
        {
            json.WriteStartObject();
            json.WriteString("name", measurement.Name);
            json.WriteNumber("value", Math.Round(measurement.Value, 3));
            json.WriteString("unit", measurement.Unit);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Name(ClauseOutcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
