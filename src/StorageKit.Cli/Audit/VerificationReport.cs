using System.Globalization;
using System.Text.Json;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary>Says what a verification found.</summary>
internal sealed class VerificationReport(LogVerification verification)
{
    const int Shown = 20;

    internal IReadOnlyList<ChainVerdict> Chains { get; } = verification.Finish();

    internal bool IsIntact => verification.Disorder is null && Chains.All(chain => chain.Report.IsIntact);

    List<ChainVerdict> Broken => [.. Chains.Where(chain => !chain.Report.IsIntact)];

    internal void Write(bool asJson, TextWriter output)
    {
        if (asJson) JsonOutput.Write(output, Write);
        else Write(output);
    }

    void Write(TextWriter output)
    {
        if (verification.Disorder is { } disorder) output.WriteLine($"log: BROKEN: {disorder}");
        var broken = Broken;
        foreach (var chain in broken.Take(Shown)) output.WriteLine(chain.ToString());
        if (broken.Count > Shown) output.WriteLine($"and {broken.Count - Shown} more sessions; --json names them all");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsIntact ? "OK" : "BROKEN")}: {Count(verification.Count, "entry", "entries")} in "
            + $"{Count(Chains.Count, "session", "sessions")}, {broken.Count:N0} broken"));
    }

    static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("intact", IsIntact);
        writer.WriteNumber("entries", verification.Count);
        writer.WriteNumber("sessions", Chains.Count);
        if (verification.Disorder is { } disorder) writer.WriteString("log", disorder);
        writer.WriteStartArray("broken");
        foreach (var (session, report, position) in Broken)
        {
            writer.WriteStartObject();
            writer.WriteString("session", session.ToString());
            writer.WriteString("kind", report.Fault!.Kind.ToString());
            writer.WriteNumber("entry", report.Fault.Index);
            if (position is { } record) writer.WriteNumber("position", record);
            writer.WriteString("message", report.Fault.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
