using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>What a call gives back to the model. Immutable.</summary>
public sealed record ToolResult
{
    ToolResult(ToolOutcome outcome, string text, JsonElement? structuredContent)
    {
        Outcome = outcome;
        Text = text;
        StructuredContent = structuredContent;
    }

    /// <summary>How the call ended.</summary>
    public ToolOutcome Outcome { get; }

    /// <summary>Whether the model should read the text as an error.</summary>
    public bool IsError => Outcome != ToolOutcome.Succeeded;

    /// <summary>The result, or what is wrong and what to do, in words.</summary>
    public string Text { get; }

    /// <summary>The result as the tool's <see cref="ToolDefinition.OutputSchema"/> says; null for an error.</summary>
    public JsonElement? StructuredContent { get; }

    /// <summary>Whether it repeats what was stored by somebody: data, and no instructions, whatever it says.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>A result of a call that did what it says.</summary>
    public static ToolResult Success(string text, JsonElement? structuredContent = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ToolOutcome.Succeeded, text, structuredContent);
    }

    /// <summary>An error.</summary>
    /// <param name="outcome">Which; not <see cref="ToolOutcome.Succeeded"/>.</param>
    /// <param name="text">What is wrong and what to do. No secret, and no path of the machine.</param>
    public static ToolResult Failure(ToolOutcome outcome, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return outcome == ToolOutcome.Succeeded || !Enum.IsDefined(outcome)
            ? throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an error.")
            : new(outcome, text, null);
    }

    /// <summary>The outcome; not the text, which may hold what was stored.</summary>
    public override string ToString() => Outcome.ToString();
}
