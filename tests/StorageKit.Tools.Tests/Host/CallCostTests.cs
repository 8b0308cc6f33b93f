using System.Diagnostics;

namespace StorageKit.Tools.Tests.Host;

public sealed class CallCostTests
{
    [Fact]
    public async Task A_call_through_the_host_costs_microseconds()
    {
        await using var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"

            [[agent]]
            name = "a"
            storage = ["docs"]
            """);
        var arguments = Json.Of("""{"key":"k"}""");
        const int Calls = 20_000;
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Calls; i++) await workshop.Host.CallAsync("a", "docs-exists", arguments);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        // Generous, for a busy machine.
        Assert.InRange(best / Calls, TimeSpan.Zero, TimeSpan.FromMicroseconds(100));
    }
}
