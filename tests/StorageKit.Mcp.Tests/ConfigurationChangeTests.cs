using StorageKit.Mcp.Tests.Setup;

namespace StorageKit.Mcp.Tests;

/// <summary>The file changes while a client is connected.</summary>
public sealed class ConfigurationChangeTests : IDisposable
{
    const string ListChanged = "notifications/tools/list_changed";
    readonly Workplace _workplace = new();

    [ClientTheory]
    [InlineData(NodeClient.Sdk)]
    public async Task A_component_that_is_added_on_disk_is_announced_and_can_be_used(string package)
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"), package);
        _workplace.Change("\"scratch\"]", "\"scratch\", \"more\"]");
        await client.LoggedAsync("more");
        _workplace.Change("[[agent]]\nname = \"writer\"", _workplace.Component("more", "memory")
            + "\n[[agent]]\nname = \"writer\"");
        do await client.NotificationAsync(ListChanged);
        while (!(await client.ToolNamesAsync()).Contains("more-write"));
        await FiveStepsTests.SucceedsAsync(client, "more-write", new { key = "k", value = "v" });
    }

    [ClientFact]
    public async Task A_grant_that_is_taken_on_disk_is_gone_for_the_next_call()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        await FiveStepsTests.SucceedsAsync(client, "docs-write", new { key = "k", value = "v" });
        _workplace.Change("storage = [\"docs\", \"scratch\"]", "storage = [\"docs:read\"]");
        await client.NotificationAsync(ListChanged);
        Assert.Equal(["docs-exists", "docs-list", "docs-read"], await client.ToolNamesAsync());
        Assert.True((await client.CallAsync("docs-write", new { key = "k", value = "w" }))
            .GetProperty("isError").GetBoolean());
        Assert.Equal(
            "v", (await FiveStepsTests.SucceedsAsync(client, "docs-read", new { key = "k" }))
                .GetProperty("value").GetString());
    }

    [ClientFact]
    public async Task A_change_that_is_wrong_is_logged_with_its_place_and_what_was_there_goes_on()
    {
        await using var client = await NodeClient.ConnectAsync(_workplace.Serve("writer"));
        await FiveStepsTests.SucceedsAsync(client, "scratch-write", new { key = "k", value = "v" });
        _workplace.Change("\"memory\"", "\"memry\"");
        Assert.Contains(
            $"{_workplace.Config}:", await client.LoggedAsync("what was applied before goes on"),
            StringComparison.Ordinal);
        _workplace.Change("\"memry\"", "\"memory\"");
        Assert.Equal(
            "v", (await FiveStepsTests.SucceedsAsync(client, "scratch-read", new { key = "k" }))
                .GetProperty("value").GetString());
    }

    public void Dispose() => _workplace.Dispose();
}
