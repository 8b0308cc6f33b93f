namespace StorageKit.Memory.Tests.Counter;

/// <summary>Windows: when they open, how they end, and what does not move them.</summary>
public sealed class CounterWindowTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task A_window_ends_at_exactly_its_length_and_not_a_tick_sooner()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 3, Minute);

        memory.Clock.Advance(Minute - Tick);
        Assert.Equal(3UL, await counter.CurrentAsync("k"));
        memory.Clock.Advance(Tick);
        Assert.Equal(0UL, await counter.CurrentAsync("k"));
        Assert.Equal(5UL, await counter.IncrementAsync("k", 5, Minute));
    }

    [Fact]
    public async Task An_amount_of_zero_opens_the_window_like_any_other()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        Assert.Equal(0UL, await counter.IncrementAsync("k", 0, Minute));
        memory.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(5UL, await counter.IncrementAsync("k", 5, TimeSpan.FromHours(1)));
        memory.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0UL, await counter.CurrentAsync("k"));
    }

    [Fact]
    public async Task Totals_are_exact_up_to_the_largest_and_stay_there()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        Assert.Equal(ulong.MaxValue - 1, await counter.IncrementAsync("k", ulong.MaxValue - 1, Minute));
        Assert.Equal(ulong.MaxValue, await counter.IncrementAsync("k", 1, Minute));
        Assert.Equal(ulong.MaxValue, await counter.IncrementAsync("k", 1, Minute));
        Assert.Equal(ulong.MaxValue, await counter.IncrementAsync("k", ulong.MaxValue, Minute));
        Assert.Equal(ulong.MaxValue, await counter.CurrentAsync("k"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task A_window_of_zero_or_less_is_refused_and_counts_nothing(long ticks)
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 2, Minute);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await counter.IncrementAsync("k", 1, TimeSpan.FromTicks(ticks)));
        Assert.Equal(2UL, await counter.CurrentAsync("k"));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000_000)]
    [InlineData(1_000_000_000)]
    public void The_longest_window_never_ends_on_a_clock_of_any_frequency(long frequency) =>
        Assert.Equal(Deadline.Never, Deadline.After(5, TimeSpan.MaxValue, frequency));

    [Theory]
    [InlineData(1, 1_000, 1)] // a tick is shorter than the clock's unit: rounded up, never down
    [InlineData(10_000, 1_000, 1)]
    [InlineData(10_001, 1_000, 2)]
    [InlineData(1, 10_000_000, 1)]
    [InlineData(1, 1_000_000_000, 100)]
    [InlineData(long.MaxValue - 1, 10_000_000, long.MaxValue - 1)]
    public void A_deadline_is_exact_in_the_units_of_the_clock(long ticks, long frequency, long units) =>
        Assert.Equal(units, Deadline.After(0, TimeSpan.FromTicks(ticks), frequency));

    [Fact]
    public async Task Steps_of_the_wall_clock_neither_free_nor_lock_a_key()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 4, Minute);
        memory.Clock.JumpWall(TimeSpan.FromHours(1));
        Assert.Equal(4UL, await counter.CurrentAsync("k"));
        memory.Clock.JumpWall(TimeSpan.FromHours(-2));
        memory.Clock.Advance(Minute);
        Assert.Equal(0UL, await counter.CurrentAsync("k"));
    }

    [Fact]
    public async Task After_a_reset_the_next_increment_opens_a_window_of_its_own()
    {
        await using var memory = await MemorySection.OpenAsync();
        var counter = memory.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 4, Minute);
        memory.Clock.Advance(TimeSpan.FromSeconds(50));
        await counter.ResetAsync("k");
        await counter.ResetAsync("k");
        Assert.Equal(0UL, await counter.CurrentAsync("k"));
        Assert.Equal(1UL, await counter.IncrementAsync("k", 1, Minute));
        memory.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(1UL, await counter.CurrentAsync("k"));
    }
}
