using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>A call that the host has let through. Its arguments are the model's and not checked yet.</summary>
/// <param name="Agent">Who calls.</param>
/// <param name="Tool">What is called.</param>
/// <param name="Arguments">What the model gave; a JSON object, or anything else.</param>
public readonly record struct ToolCall(string Agent, ToolDefinition Tool, JsonElement Arguments)
{
    /// <summary>Who calls what; never the arguments, which hold values.</summary>
    public override string ToString() => $"{Tool} for {Agent}";
}
