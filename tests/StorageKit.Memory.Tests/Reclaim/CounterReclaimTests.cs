using System.Runtime.CompilerServices;
using StorageKit.Conformance;

namespace StorageKit.Memory.Tests.Reclaim;

/// <summary>Memory follows the number of open windows, not of keys ever seen.</summary>
/// <remarks>They run alone: the whole process is measured.</remarks>
[Collection(nameof(CounterReclaimTests))]
[CollectionDefinition(nameof(CounterReclaimTests), DisableParallelization = true)]
public sealed class CounterReclaimTests
{
    readonly ManualClock _clock = new();

    [Fact]
    public void One_later_increment_reclaims_every_window_that_is_over()
    {
        var counters = new CounterTable(_clock);
        for (var i = 0; i < 100_000; i++) counters.Increment($"key {i}", 1, TimeSpan.FromSeconds(1 + i % 2));
        Assert.Equal(100_000, counters.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        counters.Increment("later", 1, TimeSpan.FromHours(1));
        Assert.Equal(50_001, counters.Count);
        _clock.Advance(TimeSpan.FromSeconds(1));
        counters.Increment("later", 1, TimeSpan.FromHours(1));
        Assert.Equal(1, counters.Count);
    }

    [Fact]
    public void Memory_is_back_at_its_baseline_after_the_windows()
    {
        var counters = new CounterTable(_clock);
        counters.Increment("first", 1, TimeSpan.MaxValue);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Fill(counters);
        var full = GC.GetTotalMemory(forceFullCollection: true) - before;
        _clock.Advance(TimeSpan.FromSeconds(1));
        counters.Increment("first", 1, TimeSpan.MaxValue);
        var left = GC.GetTotalMemory(forceFullCollection: true) - before;

        // What is left is the dictionary's empty table, which never shrinks and is filled again by later keys.
        Assert.True(left < full / 4, $"{left:N0} of {full:N0} bytes are left");
        GC.KeepAlive(counters);
    }

    [Fact]
    public void A_key_that_is_reset_leaves_nothing_behind_however_long_its_window()
    {
        var counters = new CounterTable(_clock);
        counters.Increment("k", 1, TimeSpan.FromDays(1));
        counters.Reset("k");
        Assert.Equal(0, counters.Count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 100_000; i++)
        {
            counters.Increment("k", 1, TimeSpan.FromDays(1));
            counters.Reset("k");
        }
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 100_000);
        GC.KeepAlive(counters);
    }

    [Fact]
    public void A_window_that_was_reopened_is_not_reclaimed_at_its_old_end()
    {
        var counters = new CounterTable(_clock);
        counters.Increment("k", 1, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        counters.Increment("k", 7, TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(9));
        counters.Increment("other", 1, TimeSpan.FromSeconds(1));
        Assert.Equal(7UL, counters.Current("k"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        counters.Increment("third", 1, TimeSpan.FromSeconds(1));
        Assert.Equal(1, counters.Count);
    }

    [Fact]
    public void An_increment_of_a_known_key_allocates_nothing_once_the_code_is_compiled()
    {
        using var data = new MemoryData(new(), TimeProvider.System);
        using var counter = new MemoryRateLimitCounter(data, TenantId.System);
        // The JIT's first, unoptimised code boxes in the search for surrogates; it is replaced in the background.
        long allocated;
        var attempt = 0;
        do
        {
            Thread.Sleep(20);
            allocated = AllocatedBy(() => Count(counter, 10_000));
        }
        while (allocated > 0 && ++attempt < 200);
        Assert.Equal(0, allocated);
    }

    // Not inlined, so that no key or window stays in a local of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Fill(CounterTable counters)
    {
        for (var i = 0; i < 100_000; i++) counters.Increment($"key {i}", 1, TimeSpan.FromSeconds(1));
    }

    static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static void Count(MemoryRateLimitCounter counter, int times)
    {
        for (var i = 0; i < times; i++)
            counter.IncrementAsync("agent/42", 1, TimeSpan.MaxValue).GetAwaiter().GetResult();
    }
}
