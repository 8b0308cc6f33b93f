using StorageKit.Conformance;
using StorageKit.Memory;

namespace StorageKit.Tools.Tests.Host;

public sealed class RateLimitTests
{
    const string Docs = """
        [[component]]
        type = "storage"
        name = "docs"
        storage_type = "memory"

        [[agent]]
        name = "a"
        storage = ["docs"]

        [[agent]]
        name = "b"
        storage = ["docs"]
        """;

    [Fact]
    public async Task An_agent_who_has_used_its_calls_waits_for_the_next_window_and_others_do_not()
    {
        var clock = new ManualClock();
        using var data = new MemoryData(new(), clock);
        await using var workshop = await Workshop.OpenAsync(
            Docs, new() { RateLimit = new(new MemoryRateLimitCounter(data, default), 3, TimeSpan.FromMinutes(1)) });

        for (var i = 0; i < 2; i++) Assert.False((await workshop.CallAsync("a", "docs-list")).IsError);
        Assert.Equal(ToolOutcome.UnknownTool, (await workshop.CallAsync("a", "guess-read")).Outcome);
        var refused = await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "v"));

        Assert.Equal(ToolOutcome.LimitExceeded, refused.Outcome);
        Assert.Contains("3 calls within 60 s", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await workshop.CallAsync("b", "docs-list")).Keys());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await workshop.CallAsync("a", "docs-list")).IsError);
    }

    [Fact]
    public async Task A_counter_that_fails_lets_no_call_through()
    {
        var data = new MemoryData(new(), TimeProvider.System);
        var counter = new MemoryRateLimitCounter(data, default);
        data.Dispose();
        await using var workshop = await Workshop.OpenAsync(
            Docs, new() { RateLimit = new(counter, 3, TimeSpan.FromMinutes(1)) });

        Assert.Equal(ToolOutcome.Failed, (await workshop.CallAsync("a", "docs-list")).Outcome);
    }
}
