namespace StorageKit.Tools.Tests;

/// <summary>A provider that does what a test wants.</summary>
internal sealed class FaultyProvider(string name = "faulty") : IToolProvider
{
    internal sealed class Part(string name, string type = "faulty") : ToolComponent(type, name);

    public string Name { get; } = name;

    public IReadOnlyList<ToolDefinition> Tools { get; internal set; } = [];

    internal List<string> Registered { get; } = [];

    internal List<string> Unregistered { get; } = [];

    internal Func<ToolComponent, CancellationToken, ValueTask> OnRegister { get; set; } = (_, _) => default;

    internal Func<string, bool> OnCanHandle { get; set; } = _ => true;

    internal Func<ToolCall, CancellationToken, ValueTask<ToolResult>> OnCall { get; set; } =
        (_, _) => new(ToolResult.Success("done"));

    public async ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default)
    {
        await OnRegister(component, cancellationToken);
        lock (Registered) Registered.Add(component.Name);
    }

    public ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default)
    {
        lock (Registered) Unregistered.Add(component);
        return default;
    }

    public bool CanHandle(string tool) => OnCanHandle(tool);

    public ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default) =>
        OnCall(call, cancellationToken);

    /// <summary>A tool without arguments.</summary>
    internal static ToolDefinition Tool(string name, string component, bool isReadOnly = false) => new()
    {
        Name = name,
        Component = component,
        Description = "Does what a test wants.",
        InputSchema = Json.Of("""{"type":"object","additionalProperties":false}"""),
        IsReadOnly = isReadOnly,
    };
}
