using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace StorageKit.Mcp.Tests.Setup;

/// <summary>A client of somebody else, in Node, with the server that it has started: tests/McpClient/client.mjs.
/// </summary>
internal sealed class NodeClient : IAsyncDisposable
{
    internal const string Folder = "McpClient";

    /// <summary>The widely used client, of the protocol with a handshake.</summary>
    internal const string Sdk = "@modelcontextprotocol/sdk";

    /// <summary>The client of 2026.</summary>
    internal const string Client2026 = "@modelcontextprotocol/client";

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    readonly Process _node;
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _waiting = new();
    readonly Channel<string> _notifications = Channel.CreateUnbounded<string>();
    readonly TaskCompletionSource<JsonElement> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _writing = new();
    readonly Task _reading;
    int _last;

    NodeClient(string package, IEnumerable<string> server)
    {
        _node = Process.Start(new ProcessStartInfo(
            NodePrograms.Node!, [Path.Combine(NodePrograms.Folder(Folder), "client.mjs"), package, .. server])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _reading = ReadAsync();
    }

    /// <summary>What the server has logged.</summary>
    internal ConcurrentQueue<string> Log { get; } = [];

    internal Process Node => _node;

    internal int ServerId { get; private set; }

    internal static async Task<NodeClient> ConnectAsync(IEnumerable<string> server, string package = Sdk)
    {
        var client = new NodeClient(package, server);
        var ready = await client._ready.Task.WaitAsync(s_patience);
        client.ServerId = ready.GetProperty("pid").GetInt32();
        return client;
    }

    internal async Task<JsonElement> RequestAsync(string request, object? given = null)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var message = JsonSerializer.SerializeToNode(given ?? new { })!.AsObject();
        message["id"] = id;
        message["request"] = request;
        lock (_writing)
        {
            _node.StandardInput.WriteLine(message.ToJsonString());
            _node.StandardInput.Flush();
        }
        return await answer.Task.WaitAsync(s_patience);
    }

    /// <summary>Calls a tool; the protocol's result.</summary>
    internal async Task<JsonElement> CallAsync(string name, object? arguments = null)
    {
        var answer = await RequestAsync("call", new { name, arguments = arguments ?? new { } });
        return answer.TryGetProperty("result", out var result) ? result
            : throw new InvalidOperationException(answer.GetProperty("error").GetString());
    }

    internal async Task<string[]> ToolNamesAsync() =>
        [.. (await RequestAsync("tools")).GetProperty("result").GetProperty("tools").EnumerateArray()
            .Select(tool => tool.GetProperty("name").GetString()!)];

    /// <summary>Waits for the server to announce something.</summary>
    internal async Task NotificationAsync(string method)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await _notifications.Reader.ReadAsync(patience.Token) != method)
        {
        }
    }

    /// <summary>Waits until the server has logged a text.</summary>
    internal async Task<string> LoggedAsync(string text)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var log = string.Concat(Log);
            if (log.Contains(text, StringComparison.Ordinal)) return log;
            Assert.True(patience.Elapsed < s_patience, $"not logged: {text}\n{log}");
            await Task.Delay(20);
        }
    }

    async Task ReadAsync()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
            Take(JsonDocument.Parse(line).RootElement);
        var gone = new InvalidOperationException($"The client has ended: {await _node.StandardError.ReadToEndAsync()}");
        _ready.TrySetException(gone);
        foreach (var waiting in _waiting.Values) waiting.TrySetException(gone);
    }

    void Take(JsonElement message)
    {
        if (message.TryGetProperty("ready", out _)) _ready.TrySetResult(message);
        else if (message.TryGetProperty("notification", out var method))
            _notifications.Writer.TryWrite(method.GetString()!);
        else if (message.TryGetProperty("log", out var log)) Log.Enqueue(log.GetString()!);
        else if (message.TryGetProperty("id", out var id) && _waiting.TryRemove(id.GetString()!, out var answer))
            answer.TrySetResult(message);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_node.HasExited) _node.StandardInput.Close();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await _node.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!_node.HasExited) _node.Kill(entireProcessTree: true);
        }
        await _reading;
        _node.Dispose();
    }
}
