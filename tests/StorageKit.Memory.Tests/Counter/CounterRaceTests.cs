namespace StorageKit.Memory.Tests.Counter;

/// <summary>Callers that meet on one key. A lost, doubled or resurrected increment breaks the sums.</summary>
public sealed class CounterRaceTests
{
    const int Callers = 8;
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Concurrent_increments_tile()
    {
        const int Each = 20_000;
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        var totals = await Racing.RunAsync(Callers, async _ =>
        {
            var seen = new List<ulong>(Each);
            for (var i = 0; i < Each; i++) seen.Add(await counter.IncrementAsync("k", 1, Hour));
            return seen;
        });
        Assert.Equal(Enumerable.Range(1, Callers * Each).Select(n => (ulong)n), totals.SelectMany(t => t).Order());
    }

    [Fact]
    public async Task After_a_reset_returned_no_total_holds_an_increment_from_before_it()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        for (var round = 0; round < 2_000; round++)
        {
            // Each caller owns one bit: a total says whose increments it holds, and sums never carry.
            var before = await counter.IncrementAsync("k", 1UL << 63, Hour);
            Assert.True((before & (1UL << 63)) != 0);
            using var barrier = new Barrier(3);
            var incrementers = Enumerable.Range(0, 2).Select(caller => Task.Run(async () =>
            {
                barrier.SignalAndWait();
                return await counter.IncrementAsync("k", 1UL << caller, Hour);
            })).ToArray();
            barrier.SignalAndWait();
            await counter.ResetAsync("k");
            var after = await counter.IncrementAsync("k", 1UL << 62, Hour);
            var totals = await Task.WhenAll(incrementers);
            var last = await counter.CurrentAsync("k");

            Assert.True((after & (1UL << 63)) == 0, "the reset's own caller still sees what was reset");
            for (var caller = 0; caller < 2; caller++)
            {
                var wasReset = (totals[caller] & (1UL << 63)) != 0;
                var isKept = (last & (1UL << caller)) != 0;
                Assert.True(wasReset != isKept, $"round {round}: increment {caller} was lost or came back");
            }
            await counter.ResetAsync("k");
        }
    }

    [Fact]
    public async Task At_the_boundary_exactly_one_new_window_opens()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        for (var round = 0; round < 500; round++)
        {
            await counter.IncrementAsync("k", 100, Hour);
            memory.Clock.Advance(Hour);
            var totals = await Racing.RunAsync(Callers, async _ => await counter.IncrementAsync("k", 1, Hour));
            Assert.Equal([1UL, 2, 3, 4, 5, 6, 7, 8], totals.Order().ToArray());
            memory.Clock.Advance(Hour);
        }
    }

    [Fact]
    public async Task A_window_that_reopens_while_it_is_reclaimed_keeps_its_total()
    {
        // Everybody's increments move the clock and reclaim what is over, so windows end and reopen under the sweepers.
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        var window = TimeSpan.FromTicks(20);
        var provenOpen = await Racing.RunAsync(4, async caller =>
        {
            var proven = 0;
            for (var i = 0; i < 20_000; i++)
            {
                var before = memory.Clock.GetTimestamp();
                var first = await counter.IncrementAsync($"of {caller}", 1, window);
                var second = await counter.IncrementAsync($"of {caller}", 1, window);
                var isStillOpen = first == 1 && memory.Clock.GetTimestamp() < before + window.Ticks;
                if (isStillOpen) Assert.Equal(2UL, second);
                if (isStillOpen) proven++;
                memory.Clock.Advance(TimeSpan.FromTicks(3));
            }
            return proven;
        });
        Assert.All(provenOpen, proven => Assert.True(proven > 100, $"only {proven} windows were known to be open"));
    }
}
