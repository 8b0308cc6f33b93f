using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace StorageKit.Conformance.Histories;

/// <summary>Writes the lines of a <see cref="HistoryFile"/>.</summary>
static class HistoryWriter
{
    public static void Write(History history, Stream stream)
    {
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line);
        WriteHeader(json, history.Header);
        Flush();
        foreach (var fault in history.Faults)
        {
            WriteFault(json, fault);
            Flush();
        }
        foreach (var operation in history.Operations)
        {
            WriteOperation(json, operation);
            Flush();
        }

        void Flush()
        {
            json.Flush();
            stream.Write(line.WrittenSpan);
            stream.WriteByte((byte)'\n');
            line.ResetWrittenCount();
            json.Reset();
        }
    }

    static void WriteHeader(Utf8JsonWriter json, HistoryHeader header)
    {
        json.WriteStartObject();
        json.WriteString("format", HistoryFile.Format);
        json.WriteNumber("seed", header.Seed);
        json.WriteString("clause", header.Clause);
        json.WriteString("driver", header.Driver);
        if (header.Faults is not null) json.WriteString("faults", header.Faults);
        json.WriteNumber("ticksPerSecond", Stopwatch.Frequency);
        json.WriteEndObject();
    }

    static void WriteFault(Utf8JsonWriter json, FaultBand fault)
    {
        json.WriteStartObject();
        json.WriteString("fault", fault.Name);
        json.WriteNumber("start", fault.Start);
        if (fault.End != Operation.Never) json.WriteNumber("end", fault.End);
        json.WriteEndObject();
    }

    static void WriteOperation(Utf8JsonWriter json, Operation operation)
    {
        json.WriteStartObject();
        json.WriteNumber("id", operation.Id);
        json.WriteNumber("caller", operation.Caller);
        json.WriteString("kind", operation.Kind.ToString());
        json.WriteString("key", operation.Key);
        WriteValue(json, "argument", operation.Argument);
        json.WriteString("outcome", operation.Outcome.ToString());
        WriteValue(json, "result", operation.Result);
        json.WriteNumber("call", operation.Call);
        if (operation.Return != Operation.Never) json.WriteNumber("return", operation.Return);
        if (operation.Error is not null) json.WriteString("error", operation.Error);
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, string name, OperationValue value)
    {
        if (value.IsNone) return;
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    static void WriteValue(Utf8JsonWriter json, OperationValue value)
    {
        if (value.Number is { } number)
        {
            json.WriteNumberValue(number);
        }
        else if (value.Items is { } items)
        {
            json.WriteStartArray();
            foreach (var item in items) WriteValue(json, item);
            json.WriteEndArray();
        }
        else
        {
            json.WriteStringValue(value.Text); // null for a missing item of a list
        }
    }
}
