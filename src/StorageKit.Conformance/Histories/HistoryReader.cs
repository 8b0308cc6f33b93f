using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace StorageKit.Conformance.Histories;

/// <summary>Reads the lines of a <see cref="HistoryFile"/>.</summary>
static class HistoryReader
{
    public static History Read(Stream stream)
    {
        using var lines = new StreamReader(stream, new UTF8Encoding(false), leaveOpen: true);
        var number = 0;
        HistoryHeader? header = null;
        var frequency = Stopwatch.Frequency;
        var operations = new List<Operation>();
        var faults = new List<FaultBand>();
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (header is null) (header, frequency) = ReadHeader(json.RootElement);
                else if (json.RootElement.TryGetProperty("fault", out _))
                    faults.Add(ReadFault(json.RootElement, frequency));
                else operations.Add(ReadOperation(json.RootElement, frequency));
            }
            catch (Exception e) when (
                e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new FormatException($"Line {number} of the history cannot be read: {e.Message}", e);
            }
        }

        return header is not null
            ? new History(header, operations, faults)
            : throw new FormatException("The history is empty: its first line must be a header.");
    }

    static (HistoryHeader Header, long Frequency) ReadHeader(JsonElement line)
    {
        var format = line.GetProperty("format").GetString();
        if (format != HistoryFile.Format)
            throw new FormatException($"the format is '{format}', this version reads '{HistoryFile.Format}'.");
        var header = new HistoryHeader(
            line.GetProperty("seed").GetUInt64(),
            RequiredText(line, "clause"),
            RequiredText(line, "driver"),
            OptionalText(line, "faults"));
        var frequency = line.GetProperty("ticksPerSecond").GetInt64();
        return frequency > 0 ? (header, frequency) : throw new FormatException("ticksPerSecond must be 1 or more.");
    }

    static FaultBand ReadFault(JsonElement line, long frequency) => new(
        RequiredText(line, "fault"), ToLocalTicks(line.GetProperty("start").GetInt64(), frequency),
        End(line, "end", frequency));

    static Operation ReadOperation(JsonElement line, long frequency) => new()
    {
        Id = line.GetProperty("id").GetInt64(),
        Caller = line.GetProperty("caller").GetInt32(),
        Kind = ReadName<OperationKind>(line, "kind"),
        Key = RequiredText(line, "key"),
        Argument = line.TryGetProperty("argument", out var argument) ? ReadValue(argument) : OperationValue.None,
        Outcome = ReadName<Outcome>(line, "outcome"),
        Result = line.TryGetProperty("result", out var result) ? ReadValue(result) : OperationValue.None,
        Call = ToLocalTicks(line.GetProperty("call").GetInt64(), frequency),
        Return = End(line, "return", frequency),
        Error = OptionalText(line, "error"),
    };

    static long End(JsonElement line, string property, long frequency) =>
        line.TryGetProperty(property, out var end) ? ToLocalTicks(end.GetInt64(), frequency) : Operation.Never;

    // Rounding can only make two operations touch, that is, concurrent: it never invents an order.
    static long ToLocalTicks(long ticks, long frequency) =>
        frequency == Stopwatch.Frequency ? ticks : (long)((Int128)ticks * Stopwatch.Frequency / frequency);

    static OperationValue ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetUInt64(),
        JsonValueKind.Array => OperationValue.Of(value.EnumerateArray().Select(ReadValue)),
        JsonValueKind.Null => OperationValue.None,
        _ => value.GetString(),
    };

    static T ReadName<T>(JsonElement line, string property)
        where T : struct, Enum
    {
        var name = line.GetProperty(property).GetString();
        return Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException(
                $"'{name}' is no {property}; use one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    static string RequiredText(JsonElement line, string property) =>
        line.GetProperty(property).GetString() ?? throw new FormatException($"{property} must not be null.");

    static string? OptionalText(JsonElement line, string property) =>
        line.TryGetProperty(property, out var value) ? value.GetString() : null;
}
