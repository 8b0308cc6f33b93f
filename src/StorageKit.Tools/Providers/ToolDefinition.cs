using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>A tool as a model sees it. Immutable.</summary>
public sealed class ToolDefinition
{
    /// <summary>What the model calls: <c>^[A-Za-z_][A-Za-z0-9_-]{0,62}$</c>, by convention
    /// <c>{component}-{tool}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The component it belongs to: who may use that may use the tool.</summary>
    public required string Component { get; init; }

    /// <summary>A few words for a person.</summary>
    public string? Title { get; init; }

    /// <summary>For the model: what it does, and when to use it.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON Schema of the arguments: of type <c>object</c>, with
    /// <c>additionalProperties: false</c>.</summary>
    public required JsonElement InputSchema { get; init; }

    /// <summary>The JSON Schema of <see cref="ToolResult.StructuredContent"/> of a call that succeeds.</summary>
    public JsonElement? OutputSchema { get; init; }

    /// <summary>Whether a call changes nothing. A grant to read covers these tools and no others.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether a call may remove or replace what is there.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>Whether the same call again changes nothing more.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>The argument that says what a call is about (<c>key</c>), which an audit entry holds; null when none
    /// does. Never one that holds a value.</summary>
    public string? SubjectArgument { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
