using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>A call as it is recorded.</summary>
/// <param name="Agent">Who called; null when the host does not know him.</param>
/// <param name="AgentName">What he called himself.</param>
/// <param name="ToolName">What he asked for.</param>
/// <param name="Tool">The tool; null when he may not call it, or nobody has it.</param>
/// <param name="Arguments">What the model gave; only the tool's subject is recorded.</param>
internal sealed record CallRecord(
    ToolAgent? Agent, string AgentName, string ToolName, ToolDefinition? Tool, JsonElement Arguments);
