using System.Text.Json;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Doctor;

/// <summary>Says what was found.</summary>
internal static class DoctorReport
{
    internal static void Write(IReadOnlyList<DriverExamination> all, bool asJson, TextWriter output)
    {
        if (asJson) JsonOutput.Write(output, writer => Write(writer, all));
        else Write(output, all);
    }

    static void Write(TextWriter output, IReadOnlyList<DriverExamination> all)
    {
        var colours = Colours.Of(output);
        foreach (var (driver, kinds, findings) in all)
        {
            output.WriteLine($"{driver}  ({string.Join(", ", kinds)})");
            var width = findings.Max(finding => finding.Subject.Length);
            foreach (var finding in findings)
                output.WriteLine(
                    $"  {colours.Of(finding.Level)}  {finding.Subject.PadRight(width)}  {finding.Fact}"
                    + (finding.Remedy is { } remedy ? $"; {remedy}" : ""));
        }
        var (bad, notices) = (Count(all, BackendFindingLevel.Bad), Count(all, BackendFindingLevel.Notice));
        output.WriteLine($"{bad} bad, {notices} to be known, {Count(all, BackendFindingLevel.Good)} good");
    }

    static int Count(IReadOnlyList<DriverExamination> all, BackendFindingLevel level) =>
        all.Sum(driver => driver.Findings.Count(finding => finding.Level == level));

    static void Write(Utf8JsonWriter writer, IReadOnlyList<DriverExamination> all)
    {
        writer.WriteStartArray();
        foreach (var (driver, kinds, findings) in all)
        {
            writer.WriteStartObject();
            writer.WriteString("driver", driver);
            writer.WriteStartArray("contracts");
            foreach (var kind in kinds) writer.WriteStringValue(kind);
            writer.WriteEndArray();
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("level", Colours.Word(finding.Level).Trim());
                writer.WriteString("subject", finding.Subject);
                writer.WriteString("fact", finding.Fact);
                if (finding.Remedy is { } remedy) writer.WriteString("remedy", remedy);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
