using System.Buffers;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>Makes structured content, member by member.</summary>
internal static class ResultJson
{
    internal static JsonElement Of(Action<Utf8JsonWriter> writeMembers)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }
        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
