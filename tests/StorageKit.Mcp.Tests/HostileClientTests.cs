using System.Diagnostics;
using System.Text;
using System.Text.Json;
using StorageKit.Mcp.Tests.Setup;

namespace StorageKit.Mcp.Tests;

/// <summary>Clients that send too much, too fast, read too slowly, give up, or vanish.</summary>
public sealed class HostileClientTests : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    readonly Workplace _workplace = new();

    [ClientFact]
    public async Task A_thousand_calls_at_once_are_each_answered_with_their_own_value()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            FiveStepsTests.SucceedsAsync(client, "scratch-write", new { key = $"k{i}", value = $"v{i}" })));
        var reads = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            FiveStepsTests.SucceedsAsync(client, "scratch-read", new { key = $"k{i % 500}" })));
        Assert.Equal(
            Enumerable.Range(0, 1000).Select(i => $"v{i % 500}"),
            reads.Select(read => read.GetProperty("value").GetString()));
    }

    [ClientFact]
    public async Task A_call_that_is_given_up_is_cancelled_in_the_server_and_the_connection_lives_on()
    {
        await using var client = await NodeClient.ConnectAsync(WaitingServer.Command);
        var given = await client.RequestAsync(
            "abandon", new { name = "waiter-wait", arguments = new { }, after = 300 });
        Assert.True(given.TryGetProperty("error", out _));
        await client.LoggedAsync(WaitingProvider.Cancelled);
        Assert.Equal("here", FiveStepsTests.TextOf(await client.CallAsync("waiter-ping")));
    }

    [ClientFact]
    public async Task A_client_that_is_killed_in_the_middle_of_calls_takes_the_server_with_it()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        using var server = Process.GetProcessById(client.ServerId);
        var calls = Enumerable.Range(0, 200).Select(i =>
            client.CallAsync("docs-write", new { key = $"k{i}", value = new string('x', 10_000) })).ToArray();
        client.Node.Kill();
        using var patience = new CancellationTokenSource(s_patience);
        await server.WaitForExitAsync(patience.Token);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(calls));
        // What it has left is whole.
        await using var next = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        var list = await FiveStepsTests.SucceedsAsync(next, "docs-list");
        Assert.All(
            list.GetProperty("objects").EnumerateArray(),
            one => Assert.Equal(10_000, one.GetProperty("size").GetInt64()));
    }

    [Fact]
    public async Task Nothing_but_the_protocol_comes_to_standard_output_whatever_is_sent()
    {
        using var server = Start("writer", "--log-level", "Trace");
        await Send(server, Hello);
        await Send(server, "this is no JSON", "{", "[]", "null", """{"jsonrpc":"2.0","id":7}""",
            """{"jsonrpc":"2.0","id":8,"method":"no/such"}""",
            """{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{}}""", "\u001b[31mred\u001b[0m",
            """{"jsonrpc":"2.0","id":10,"method":"tools/list"}""");
        await WaitForAsync(server, answer => IdOf(answer) == 10);
    }

    [Fact]
    public async Task A_message_of_200_MB_is_answered_with_an_error_and_is_not_kept_in_memory()
    {
        using var server = Start("writer");
        await Send(server, Hello);
        await WaitForAsync(server, answer => IdOf(answer) == 1);
        var input = server.StandardInput.BaseStream;
        await input.WriteAsync(
            """{"method":"tools/call","params":{"name":"docs-write","arguments":{"key":"k","value":" """u8.ToArray());
        var part = Encoding.ASCII.GetBytes(new string('x', 1024 * 1024));
        for (var i = 0; i < 200; i++) await input.WriteAsync(part);
        await input.WriteAsync(""" "}},"jsonrpc":"2.0","id":2}"""u8.ToArray());
        await input.WriteAsync("\n"u8.ToArray());
        await input.FlushAsync();
        var refused = await WaitForAsync(server, answer => IdOf(answer) == 2);
        Assert.Contains(
            "this server takes 16777216 at most", refused.GetProperty("error").GetProperty("message").GetString(),
            StringComparison.Ordinal);
        server.Refresh();
        Assert.InRange(server.PeakWorkingSet64, 1, 320L * 1024 * 1024);
        await Send(server, """{"jsonrpc":"2.0","id":3,"method":"tools/list"}""");
        await WaitForAsync(server, answer => IdOf(answer) == 3);
    }

    [Fact]
    public async Task A_client_that_does_not_read_for_a_while_gets_every_answer_later()
    {
        using var server = Start("writer");
        await Send(server, Hello, Call(2, "docs-write", $$"""{"key":"k","value":"{{new string('x', 50_000)}}"}"""));
        await WaitForAsync(server, answer => IdOf(answer) == 2);
        // More than any pipe holds.
        await Send(server, [.. Enumerable.Range(3, 200).Select(id => Call(id, "docs-read", """{"key":"k"}"""))]);
        await Task.Delay(TimeSpan.FromSeconds(2));
        HashSet<int> answered = [];
        await WaitForAsync(server, answer => IdOf(answer) is { } id && answered.Add(id) && answered.Count == 200);
        Assert.Equal(Enumerable.Range(3, 200), answered.Order());
    }

    const string Hello =
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
        "capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}
        """;

    static string Call(int id, string tool, string arguments) =>
        $$$"""
        {"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call",
        "params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}
        """;

    Process Start(string agent, params string[] more)
    {
        var command = _workplace.Serve(agent, more);
        var server = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        return server;
    }

    static async Task Send(Process server, params string[] lines)
    {
        foreach (var line in lines) await server.StandardInput.WriteAsync(line.ReplaceLineEndings("") + "\n");
        await server.StandardInput.FlushAsync();
    }

    /// <summary>Reads on; each line has to be a message of the protocol.</summary>
    static async Task<JsonElement> WaitForAsync(Process server, Func<JsonElement, bool> isIt)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await server.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            var message = JsonDocument.Parse(line).RootElement;
            Assert.Equal("2.0", message.GetProperty("jsonrpc").GetString());
            if (isIt(message)) return message;
        }
        throw new InvalidOperationException("The server has ended.");
    }

    static int? IdOf(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetInt32() : null;

    public void Dispose() => _workplace.Dispose();
}
