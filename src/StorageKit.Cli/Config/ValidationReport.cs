using System.Text.Json;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Config;

/// <summary>Says what a validation found, and what was corrected before it.</summary>
internal sealed class ValidationReport(Validation found, IReadOnlyList<string> repairs)
{
    /// <returns>The exit code.</returns>
    internal int Write(bool asJson, TextWriter output, TextWriter error)
    {
        if (asJson) JsonOutput.Write(output, Write);
        else Write(output, error);
        return found.Errors.Count == 0 ? ExitCodes.Success : ExitCodes.Usage;
    }

    void Write(TextWriter output, TextWriter error)
    {
        foreach (var repair in repairs) output.WriteLine($"fixed: {repair}");
        foreach (var line in found.Errors) error.WriteLine(line.ToString());
        foreach (var line in found.Warnings) error.WriteLine($"warning: {line}");
        if (found.Errors.Count == 0)
            output.WriteLine(
                $"{found.File} is right: {found.Contracts} contracts, {found.Components} components, "
                + $"{found.Agents} agents.");
    }

    void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("file", found.File);
        writer.WriteBoolean("right", found.Errors.Count == 0);
        foreach (var (name, list) in new[] { ("errors", found.Errors), ("warnings", found.Warnings) })
        {
            writer.WriteStartArray(name);
            foreach (var line in list) Write(writer, line);
            writer.WriteEndArray();
        }
        writer.WriteStartArray("fixed");
        foreach (var repair in repairs) writer.WriteStringValue(repair);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, ConfigError line)
    {
        writer.WriteStartObject();
        if (line.Position is { } place)
        {
            writer.WriteNumber("line", place.Line);
            writer.WriteNumber("column", place.Column);
        }
        writer.WriteString("message", line.Message);
        if (line.Hint is { } hint) writer.WriteString("hint", hint);
        if (line.Fix is { } fix) writer.WriteString("fix", fix.Replacement);
        writer.WriteEndObject();
    }
}
