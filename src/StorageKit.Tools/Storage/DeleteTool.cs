using System.Text.Json;

namespace StorageKit.Tools;

/// <summary><c>{component}-delete</c>: removes a value; an absent one is fine.</summary>
internal sealed class DeleteTool(StorageComponent component, IObjectStore store) : StorageTool
{
    static readonly JsonElement s_output = Schema("""
        {
          "type": "object",
          "properties": { "key": { "type": "string" } },
          "required": ["key"],
          "additionalProperties": false
        }
        """);

    internal override ToolDefinition Definition { get; } = new()
    {
        Name = component.Name + "-delete",
        Component = component.Name,
        Title = "Delete a value",
        Description = $"Removes the value that is stored under a key in {Described(component)}, for good. A key under "
            + "which nothing is stored is no error.",
        InputSchema = Schema($$"""
            {
              "type": "object",
              "properties": {
                "key": {
                  "type": "string",
                  "description": "The exact key, at most {{component.Limits.MaxKeyBytes}} bytes; no wildcards."
                }
              },
              "required": ["key"],
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
        var given = new ToolArguments(arguments);
        var key = given.Text("key", component.Limits.MaxKeyBytes, isRequired: true);
        if (given.Refusal() is { } refusal) return refusal;
        await store.DeleteAsync(key!, cancellationToken).ConfigureAwait(false);
        return ToolResult.Success(
            $"Nothing is stored under {QuotedName.Of(key!)} now.",
            ResultJson.Of(writer => writer.WriteString("key", key)));
    }
}
