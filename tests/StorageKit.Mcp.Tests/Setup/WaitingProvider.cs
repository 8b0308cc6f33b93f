using System.Text.Json;
using StorageKit.Tools;

namespace StorageKit.Mcp.Tests.Setup;

internal sealed class WaitingComponent() : ToolComponent("waiting", "waiter");

/// <summary>A provider whose tool waits until it is cancelled, and says so on standard error; another says where it is.
/// </summary>
internal sealed class WaitingProvider : IToolProvider
{
    internal const string Cancelled = "the call was cancelled";

    public string Name => "waiting";

    public IReadOnlyList<ToolDefinition> Tools { get; } = [Define("waiter-wait"), Define("waiter-ping")];

    public ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default) => default;

    public ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default) => default;

    public bool CanHandle(string tool) => Tools.Any(known => known.Name == tool);

    public async ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        if (call.Tool.Name == "waiter-ping") return ToolResult.Success("here");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Console.Error.WriteLine(Cancelled);
        }
        return ToolResult.Success("never");
    }

    static ToolDefinition Define(string name) => new()
    {
        Name = name,
        Component = "waiter",
        Description = "For tests.",
        InputSchema = JsonDocument.Parse("""{ "type": "object", "additionalProperties": false }""").RootElement,
    };
}
