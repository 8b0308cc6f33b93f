using System.Text.Json;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Tools;

namespace StorageKit.Benchmarks.Tools;

/// <summary>What the host adds to a tool: names, grants, time limit, errors; beside a look-up and a delegate.</summary>
internal sealed class ToolCallBenchmark : IBenchmark
{
    public string Name => "tool-call";

    public string Title => "Tools: a call through the host";

    public async Task MeasureAsync(Measurement measurement)
    {
        List<Point> growth = [];
        foreach (var tools in measurement.Effort.Sizes(10, 100, 1_000))
        {
            var provider = new EchoProvider();
            await using var host = new ToolHost();
            host.RegisterProvider(provider);
            for (var i = 0; i < tools; i++)
                await host.RegisterComponentAsync(new EchoComponent($"c{i}"));
            host.SetAgent(new("agent", [.. Enumerable.Range(0, tools).Select(
                i => new ToolGrant($"c{i}", ToolAccess.ReadWrite))]));
            if ((await host.CallAsync("agent", "c7-echo", default)).Outcome != ToolOutcome.Succeeded)
                throw new InvalidOperationException("The tool was not called.");
            var table = await measurement.CompareAsync(
                FormattableString.Invariant($"one of {tools:N0} tools"), Unit.Time,
                Contestant.Of("StorageKit: host", () =>
                    host.CallAsync("agent", "c7-echo", default).AsTask().GetAwaiter().GetResult()),
                Contestant.Loop("a dictionary and a delegate (limit)", count =>
                {
                    for (var i = 0; i < count; i++)
                        provider.Find("c7-echo")!(default);
                }));
            growth.Add(new(tools, table.Ours.Cost.Median));
            if (tools != 10)
                continue;
            measurement.AtMost(1_000, table.Ours.Cost.Median, "ns a call");
            measurement.AtMost(0, table.Ours.Bytes!.Value, "B a call, beyond the result");
        }
        measurement.Plot(new(
            "growth", "A call, by the number of tools", "tools", "ns", true, [new("StorageKit", growth)]));
    }

    sealed class EchoComponent(string name) : ToolComponent("echo", name, null);

    /// <summary>Answers at once, always the same.</summary>
    sealed class EchoProvider : IToolProvider
    {
        static readonly JsonElement s_schema = JsonDocument.Parse("""{ "type": "object" }""").RootElement;
        static readonly ToolResult s_result = ToolResult.Success("echo");

        readonly Dictionary<string, (ToolDefinition Tool, Func<JsonElement, ValueTask<ToolResult>> Run)> _tools = [];

        public string Name => "echo";

        public IReadOnlyList<ToolDefinition> Tools => [.. _tools.Values.Select(entry => entry.Tool)];

        public Func<JsonElement, ValueTask<ToolResult>>? Find(string tool) => _tools.GetValueOrDefault(tool).Run;

        public ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default)
        {
            var name = component.Name + "-echo";
            _tools.Add(name, (
                new() { Name = name, Component = component.Name, Description = "Says it again.", InputSchema = s_schema },
                static _ => new(s_result)));
            return default;
        }

        public ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default)
        {
            _tools.Remove(component + "-echo");
            return default;
        }

        public bool CanHandle(string tool) => _tools.ContainsKey(tool);

        public ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default) =>
            _tools[call.Tool.Name].Run(call.Arguments);
    }
}
