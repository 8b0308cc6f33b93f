using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary><c>{component}-write</c>: stores a value, replacing any other.</summary>
internal sealed class WriteTool(StorageComponent component, IObjectStore store) : StorageTool
{
    const string Text = "utf-8", Base64 = "base64";

    static readonly JsonElement s_output = Schema("""
        {
          "type": "object",
          "properties": {
            "key": { "type": "string" },
            "size": { "type": "integer", "description": "The length of the stored value in bytes." }
          },
          "required": ["key", "size"],
          "additionalProperties": false
        }
        """);

    internal override ToolDefinition Definition { get; } = new()
    {
        Name = component.Name + "-write",
        Component = component.Name,
        Title = "Store a value",
        Description = $"Stores a value under a key in {Described(component)}. A value that is there already is "
            + "replaced as a whole; nothing is appended.",
        InputSchema = Schema($$"""
            {
              "type": "object",
              "properties": {
                "key": {
                  "type": "string",
                  "description": "Any text, at most {{component.Limits.MaxKeyBytes}} bytes. Case matters."
                },
                "value": {
                  "type": "string",
                  "description": "The whole value, at most {{component.Limits.MaxValueBytes}} bytes: text, or Base64."
                },
                "encoding": {
                  "enum": ["utf-8", "base64"],
                  "description": "How value is written; utf-8 (text) when left out."
                }
              },
              "required": ["key", "value"],
              "additionalProperties": false
            }
            """),
        OutputSchema = s_output,
        IsDestructive = true,
        IsIdempotent = true,
        SubjectArgument = "key",
    };

    internal override async ValueTask<ToolResult> CallAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var limits = component.Limits;
        var given = new ToolArguments(arguments);
        var key = given.Text("key", limits.MaxKeyBytes, isRequired: true);
        var encoding = given.Choice("encoding", Text, Text, Base64);
        var longest = encoding == Text ? limits.MaxValueBytes : LongestBase64(limits.MaxValueBytes);
        var value = given.Text("value", longest, isRequired: true);
        var content = value is null ? [] : encoding == Text ? Encoding.UTF8.GetBytes(value) : Decode(given, value);
        if (given.Refusal() is { } refusal) return refusal;
        await store.WriteAsync(key!, content, cancellationToken).ConfigureAwait(false);
        return ToolResult.Success(
            string.Create(
                CultureInfo.InvariantCulture, $"Stored {content.Length} bytes under {QuotedName.Of(key!)}."),
            ResultJson.Of(writer =>
            {
                writer.WriteString("key", key);
                writer.WriteNumber("size", content.Length);
            }));
    }

    static int LongestBase64(int bytes) => (bytes + 2) / 3 * 4;

    byte[] Decode(ToolArguments given, string value)
    {
        var content = new byte[value.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(value, content, out var length))
            given.Refuse("value", "is not Base64, as encoding says; pad it with =, or leave encoding out for text");
        else if (length > component.Limits.MaxValueBytes)
            given.Refuse("value", string.Create(
                CultureInfo.InvariantCulture, $"is longer than {component.Limits.MaxValueBytes} bytes"));
        return content[..length];
    }
}
