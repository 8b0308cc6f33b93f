using System.Text.Json;
using StorageKit.Mcp.Tests.Setup;

namespace StorageKit.Mcp.Tests;

/// <summary>Objects as resources, read by a client that is not ours.</summary>
public sealed class ResourceTests : IDisposable
{
    readonly Workplace _workplace = new();

    [ClientFact]
    public async Task Every_object_of_every_component_is_listed_once_page_by_page_and_can_be_read()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        string[] keys = ["a", "a/b", "a b", "ä", "100%", "q?x=1#y", ".hidden", "..", "a//b"];
        foreach (var key in keys)
            await FiveStepsTests.SucceedsAsync(client, "scratch-write", new { key, value = $"value of {key}" });
        for (var i = 0; i < 120; i++)
            await FiveStepsTests.SucceedsAsync(client, "docs-write", new { key = $"page/{i}", value = "v" });

        List<JsonElement> found = [];
        string? cursor = null;
        do
        {
            var page = (await client.RequestAsync("resources", new { cursor })).GetProperty("result");
            found.AddRange(page.GetProperty("resources").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(120 + keys.Length, found.Select(one => one.GetProperty("uri").GetString()).Distinct().Count());
        Assert.Equal(120 + keys.Length, found.Count);
        foreach (var one in found.Where(one => one.GetProperty("uri").GetString()!.Contains("//scratch/")))
            Assert.Equal(
                $"value of {one.GetProperty("name").GetString()}",
                (await ReadAsync(client, one.GetProperty("uri").GetString()!)).GetProperty("text").GetString());
    }

    [ClientFact]
    public async Task Bytes_that_are_no_text_are_a_blob()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        var bytes = new byte[] { 0, 255, 254, 10, 128 };
        await FiveStepsTests.SucceedsAsync(
            client, "docs-write", new { key = "bytes", value = Convert.ToBase64String(bytes), encoding = "base64" });
        var read = await ReadAsync(client, "storage://docs/bytes");
        Assert.Equal(bytes, read.GetProperty("blob").GetBytesFromBase64());
    }

    [ClientFact]
    public async Task A_forbidden_object_and_an_absent_one_are_told_in_the_same_words()
    {
        await using var writer = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        await FiveStepsTests.SucceedsAsync(writer, "scratch-write", new { key = "k", value = "v" });
        await using var reader = await NodeClient.ConnectAsync(_workplace.Serve("reader"));
        string[] uris =
            ["storage://scratch/k", "storage://docs/absent", "storage://Docs/k", "file:///etc/passwd",
                "storage://docs/%ff", "storage://docs/%2", "storage://docs/../scratch/k", "storage:///k"];
        foreach (var uri in uris)
        {
            var answer = await reader.RequestAsync("read", new { uri });
            Assert.Equal(-32002, answer.GetProperty("code").GetInt32());
            Assert.EndsWith(
                $"There is no resource {uri} for you.", answer.GetProperty("error").GetString(),
                StringComparison.Ordinal);
        }
    }

    [ClientFact]
    public async Task A_value_too_long_for_a_resource_is_refused_with_the_tool_that_reads_it()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        await FiveStepsTests.SucceedsAsync(
            client, "docs-write", new { key = "long", value = new string('x', 1_000_000) });
        var answer = await client.RequestAsync("read", new { uri = "storage://docs/long" });
        Assert.Contains(
            "1000000 bytes, more than a resource may have here. Read it page by page with the tool docs-read",
            answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [ClientFact]
    public async Task A_cursor_of_nobody_is_refused()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        foreach (var cursor in new[] { "x", "AAAA", "bm9ib2R5IA==" })
            Assert.Contains(
                "begin the listing anew",
                (await client.RequestAsync("resources", new { cursor })).GetProperty("error").GetString(),
                StringComparison.Ordinal);
    }

    [ClientFact]
    public async Task Each_component_has_a_template_and_an_agent_without_components_has_nothing()
    {
        await using var reader = await NodeClient.ConnectAsync(_workplace.Serve("reader"));
        var template = Assert.Single(
            (await reader.RequestAsync("templates")).GetProperty("result").GetProperty("resourceTemplates")
            .EnumerateArray());
        Assert.Equal("storage://docs/{+key}", template.GetProperty("uriTemplate").GetString());
        await using var nobody = await NodeClient.ConnectAsync(_workplace.Serve("nobody"));
        Assert.Empty(await nobody.ToolNamesAsync());
        Assert.Empty((await nobody.RequestAsync("resources")).GetProperty("result").GetProperty("resources")
            .EnumerateArray());
    }

    static async Task<JsonElement> ReadAsync(NodeClient client, string uri)
    {
        var answer = await client.RequestAsync("read", new { uri });
        Assert.True(answer.TryGetProperty("result", out var result), answer.ToString());
        return Assert.Single(result.GetProperty("contents").EnumerateArray());
    }

    public void Dispose() => _workplace.Dispose();
}
