using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>A tool of a storage component. Thread-safe.</summary>
internal abstract class StorageTool
{
    /// <summary>How the model sees it.</summary>
    internal abstract ToolDefinition Definition { get; }

    /// <summary>Carries out a call with arguments that nobody has checked.</summary>
    /// <exception cref="StorageException">The store failed.</exception>
    internal abstract ValueTask<ToolResult> CallAsync(JsonElement arguments, CancellationToken cancellationToken);

    /// <summary>A JSON Schema.</summary>
    protected static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The component's name, and what the operator says of it.</summary>
    protected static string Described(StorageComponent component) =>
        $"the storage \"{component.Name}\"" + (component.Description is { } text ? $" ({text})" : "");
}
