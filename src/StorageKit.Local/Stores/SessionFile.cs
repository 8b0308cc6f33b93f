using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StorageKit.Local;

/// <summary>A session's file: one line of JSON with a checksum.</summary>
/// <param name="Record">The session.</param>
/// <param name="SavedAt">When it was saved, in ticks of UTC.</param>
internal sealed record SessionFile(SessionRecord Record, long SavedAt)
{
    internal static string NameOf(SessionId session) => $"{session}.json";

    internal byte[] ToBytes()
    {
        using var line = new MemoryStream();
        line.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"session_id\":\"{Record.SessionId}\",\"agent_id\":\"{Record.AgentId}\","
            + $"\"started_at_ns\":{Record.StartedAtNs},\"saved_at\":\"{new DateTime(SavedAt, DateTimeKind.Utc):O}\"")));
        SealedLine.Close(line, 0);
        return line.ToArray();
    }

    /// <summary>Null when the file is damaged.</summary>
    internal static SessionFile? Read(ReadOnlySpan<byte> file)
    {
        if (file is not [.. var line, (byte)'\n'] || !SealedLine.TryOpen(line, out _)) return null;
        try
        {
            var json = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref json);
            var fields = document.RootElement;
            return new(
                new(
                    SessionId.Parse(fields.GetProperty("session_id").GetString()!),
                    AgentId.Parse(fields.GetProperty("agent_id").GetString()!),
                    fields.GetProperty("started_at_ns").GetUInt64()),
                fields.GetProperty("saved_at").GetDateTime().Ticks);
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
