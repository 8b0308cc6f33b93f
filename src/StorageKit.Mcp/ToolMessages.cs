using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using StorageKit.Tools;

namespace StorageKit.Mcp;

/// <summary>Tools, calls and results as the protocol writes them.</summary>
internal static class ToolMessages
{
    /// <summary>In the <c>_meta</c> of a result that repeats what was stored.</summary>
    const string Untrusted = "storagekit/untrusted";

    internal static Tool ToProtocol(ToolDefinition tool) => new()
    {
        Name = tool.Name,
        Title = tool.Title,
        Description = tool.Description,
        InputSchema = tool.InputSchema,
        OutputSchema = tool.OutputSchema,
        Annotations = new()
        {
            Title = tool.Title,
            ReadOnlyHint = tool.IsReadOnly,
            DestructiveHint = tool.IsDestructive,
            IdempotentHint = tool.IsIdempotent,
            // A store is a closed world: nothing is reached but what is in it.
            OpenWorldHint = false,
        },
    };

    internal static CallToolResult ToProtocol(ToolResult result) => new()
    {
        Content = [new TextContentBlock { Text = result.Text }],
        StructuredContent = result.StructuredContent,
        IsError = result.IsError,
        Meta = result.IsUntrusted ? new JsonObject { [Untrusted] = true } : null,
    };

    /// <summary>The arguments as one JSON object; <c>default</c> when there are none.</summary>
    internal static JsonElement ArgumentsOf(CallToolRequestParams call)
    {
        if (call.Arguments is not { Count: > 0 } arguments) return default;
        var json = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
