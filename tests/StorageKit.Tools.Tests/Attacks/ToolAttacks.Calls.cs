namespace StorageKit.Tools.Tests.Attacks;

public abstract partial class ToolAttacks
{
    [Fact]
    public async Task A_read_only_agent_neither_sees_nor_calls_what_changes_something()
    {
        await using var workshop = await OpenAsync();
        await workshop.CallAsync("writer", "docs-write", Json.KeyValue("k", "v"));

        Assert.Equal(
            ["docs-exists", "docs-list", "docs-read"], workshop.Host.ToolsFor("reader").Select(tool => tool.Name));
        foreach (var (tool, arguments) in new[]
        {
            ("docs-write", Json.KeyValue("k", "w")), ("docs-delete", Json.Key("k")),
        })
            Assert.Equal(ToolOutcome.UnknownTool, (await workshop.CallAsync("reader", tool, arguments)).Outcome);
        Assert.Equal("v", (await workshop.CallAsync("reader", "docs-read", Json.Key("k"))).String("value"));
    }

    [Fact]
    public async Task A_thousand_parallel_calls_each_get_their_own_whole_answer()
    {
        await using var workshop = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async i =>
        {
            var key = $"key {i % 50}";
            var value = $"{i % 50}:{new string('x', i % 50)}";
            await workshop.CallAsync("writer", "docs-write", Json.KeyValue(key, value));
            var read = await workshop.CallAsync("reader", "docs-read", Json.Key(key));
            return (Expected: (key, value), Found: (read.String("key"), read.String("value")));
        }));

        Assert.All(answers, answer => Assert.Equal(answer.Expected, answer.Found));
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_leaves_a_whole_value_and_a_host_that_works()
    {
        await using var workshop = await OpenAsync();
        await workshop.CallAsync("writer", "docs-write", Json.KeyValue("k", "start"));
        string[] values = ["start", .. Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), 20_000))];
        await Task.WhenAll(values.Skip(1).Select(async value =>
        {
            using var vanishing = new CancellationTokenSource();
            var call = workshop.Host.CallAsync(
                "writer", "docs-write", Json.Of($"{{{Json.KeyValue("k", value)}}}"), vanishing.Token).AsTask();
            await vanishing.CancelAsync();
            await Record.ExceptionAsync(() => call);
        }));

        Assert.Contains((await workshop.CallAsync("reader", "docs-read", Json.Key("k"))).String("value"), values);
        Assert.True(await workshop.Host.UnregisterComponentAsync("docs"));
        Assert.Empty(workshop.Host.ToolsFor("writer"));
    }

    [Fact]
    public async Task An_error_shows_no_folder_no_host_and_no_password()
    {
        await using var workshop = await OpenAsync();
        List<string> texts = [];
        foreach (var (tool, arguments) in new[]
        {
            ("docs-read", "\"key\":\"missing\""), ("docs-read", ""), ("docs-read", "\"key\":1"), ("docs-nothing", ""),
            ("docs-write", "\"key\":\"k\",\"value\":null"), ("docs-list", "\"page_token\":\"x\""),
            ("docs-write", "\"key\":\"k\",\"value\":\"hunter2\",\"encoding\":\"base64\""),
        })
        {
            var result = await workshop.CallAsync("writer", tool, arguments);
            Assert.True(result.IsError);
            texts.Add(result.Text);
        }
        texts.AddRange(workshop.Host.ToolsFor("writer").Select(
            tool => $"{tool} {tool.Description} {tool.InputSchema} {tool.OutputSchema}"));
        texts.AddRange(workshop.Host.ComponentsFor("writer").Select(granted => $"{granted}"));

        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(workshop.Folder, text, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        });
    }
}
