using System.Globalization;
using System.Text.Json;

namespace StorageKit.Tools.Tests;

/// <summary>A provider that is no storage: each component is a number that agents count up. What the page
/// docs/tools.md says of writing a provider is done here.</summary>
internal sealed class CounterProvider : IToolProvider
{
    internal sealed class Counter(string name, string? description = null) : ToolComponent("counter", name, description)
    {
        long _value;

        internal long Next() => Interlocked.Increment(ref _value);

        internal long Value => Interlocked.Read(ref _value);
    }

    readonly Dictionary<string, (ToolDefinition Tool, Func<long> Run)> _tools = [];

    public string Name => "counter";

    public IReadOnlyList<ToolDefinition> Tools
    {
        get
        {
            lock (_tools) return [.. _tools.Values.Select(entry => entry.Tool)];
        }
    }

    public ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default)
    {
        var counter = (Counter)component;
        lock (_tools)
        {
            Add(counter, "next", "Counts up by one", isReadOnly: false, counter.Next);
            Add(counter, "show", "Tells the count", isReadOnly: true, () => counter.Value);
        }
        return default;
    }

    public ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default)
    {
        lock (_tools)
            foreach (var name in _tools.Keys.Where(name => _tools[name].Tool.Component == component).ToList())
                _tools.Remove(name);
        return default;
    }

    public bool CanHandle(string tool)
    {
        lock (_tools) return _tools.ContainsKey(tool);
    }

    public ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        Func<long> run;
        lock (_tools) run = _tools[call.Tool.Name].Run;
        return new(ToolResult.Success(run().ToString(CultureInfo.InvariantCulture)));
    }

    void Add(Counter counter, string tool, string what, bool isReadOnly, Func<long> run)
    {
        var name = $"{counter.Name}-{tool}";
        _tools.Add(name, (new()
        {
            Name = name,
            Component = counter.Name,
            Description = $"{what}: {counter.Description}",
            InputSchema = JsonDocument.Parse("""{"type":"object","additionalProperties":false}""").RootElement,
            IsReadOnly = isReadOnly,
        }, run));
    }
}
