using System.Text.Json;

namespace StorageKit.Tools;

/// <summary><c>{component}-exists</c>: whether something is stored under a key.</summary>
internal sealed class ExistsTool(StorageComponent component, IObjectStore store) : StorageTool
{
    static readonly JsonElement s_output = Schema("""
        {
          "type": "object",
          "properties": { "key": { "type": "string" }, "exists": { "type": "boolean" } },
          "required": ["key", "exists"],
          "additionalProperties": false
        }
        """);

    internal override ToolDefinition Definition { get; } = new()
    {
        Name = component.Name + "-exists",
        Component = component.Name,
        Title = "Ask whether a value is there",
        Description = $"Tells whether a value is stored under a key in {Described(component)}, without reading it.",
        InputSchema = Schema($$"""
            {
              "type": "object",
              "properties": {
                "key": {
                  "type": "string",
                  "description": "The exact key, at most {{component.Limits.MaxKeyBytes}} bytes of UTF-8. Case matters."
                }
              },
              "required": ["key"],
              "additionalProperties": false
            }
            """),
        OutputSchema = s_output,
        IsReadOnly = true,
        IsIdempotent = true,
        SubjectArgument = "key",
    };

    internal override async ValueTask<ToolResult> CallAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        var given = new ToolArguments(arguments);
        var key = given.Text("key", component.Limits.MaxKeyBytes, isRequired: true);
        if (given.Refusal() is { } refusal) return refusal;
        var exists = await store.ExistsAsync(key!, cancellationToken).ConfigureAwait(false);
        return ToolResult.Success(
            $"{(exists ? "A value" : "Nothing")} is stored under {QuotedName.Of(key!)}.",
            ResultJson.Of(writer =>
            {
                writer.WriteString("key", key);
                writer.WriteBoolean("exists", exists);
            }));
    }
}
