namespace StorageKit.Sqlite.Tests;

public sealed class CounterTests
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0UL, 0UL, 0UL)]
    [InlineData(0UL, ulong.MaxValue, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, 0UL, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, 1UL, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 1, 1UL, ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 1, 2UL, ulong.MaxValue)]
    [InlineData((1UL << 63) - 1, 1UL, 1UL << 63)]
    [InlineData(1UL << 63, (1UL << 63) - 1, ulong.MaxValue)]
    [InlineData(1UL << 63, 1UL << 63, ulong.MaxValue)]
    [InlineData(1UL, 1UL << 63, (1UL << 63) + 1)]
    [InlineData(int.MaxValue, 1UL, 1UL << 31)]
    [InlineData(1UL << 53, 1UL, (1UL << 53) + 1)]
    public async Task Totals_are_exact_up_to_the_last_unsigned_number(ulong first, ulong second, ulong total)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        Assert.Equal(first, await database.Counter.IncrementAsync("k", first, Minute));
        Assert.Equal(total, await database.Counter.IncrementAsync("k", second, Minute));
        Assert.Equal(total, await database.Counter.CurrentAsync("k"));
    }

    [Fact]
    public async Task A_window_ends_at_its_length_and_not_a_tick_earlier()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        await database.Counter.IncrementAsync("k", 3, Minute);
        file.Clock.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.Equal(3UL, await database.Counter.CurrentAsync("k"));
        file.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(0UL, await database.Counter.CurrentAsync("k"));
        Assert.Equal(5UL, await database.Counter.IncrementAsync("k", 5, Minute));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_jump_of_the_wall_clock_neither_frees_nor_locks_a_key(int hours)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        await database.Counter.IncrementAsync("k", 3, Minute);
        file.Clock.JumpWall(TimeSpan.FromHours(hours));
        Assert.Equal(4UL, await database.Counter.IncrementAsync("k", 1, Minute));
        file.Clock.Advance(Minute);
        Assert.Equal(1UL, await database.Counter.IncrementAsync("k", 1, Minute));
    }

    [Fact]
    public async Task The_longest_window_outlives_a_thousand_years()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        await database.Counter.IncrementAsync("k", 3, TimeSpan.MaxValue);
        file.Clock.Advance(TimeSpan.FromDays(365_000));
        Assert.Equal(4UL, await database.Counter.IncrementAsync("k", 1, Minute));
    }

    [Fact]
    public async Task One_increment_after_the_windows_are_over_reclaims_all_of_them()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        var many = Enumerable.Range(0, 3000)
            .Select(async i => await database.Counter.IncrementAsync($"key {i}", 1, Minute));
        await Task.WhenAll(many);
        Assert.Equal(3000, file.Number("SELECT count(*) FROM counters"));
        file.Clock.Advance(Minute);
        await database.Counter.IncrementAsync("last", 1, Minute);
        for (var round = 0; round < 200 && file.Number("SELECT count(*) FROM counters") > 1; round++) await Task.Delay(50);
        Assert.Equal(1, file.Number("SELECT count(*) FROM counters"));
        Assert.Equal(1UL, await database.Counter.CurrentAsync("last"));
    }

    [Fact]
    public async Task Odd_keys_are_keys_of_their_own()
    {
        string[] keys = ["", " ", "a", "A", "a ", "a\0", "a\0b", "a\0c", "é", "e\u0301", "*", "%", "a:b", "\U0001F600", "\uFFFF"];
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        for (var i = 0; i < keys.Length; i++) await database.Counter.IncrementAsync(keys[i], (ulong)i + 1, Minute);
        for (var i = 0; i < keys.Length; i++) Assert.Equal((ulong)i + 1, await database.Counter.CurrentAsync(keys[i]));
    }

    [Fact]
    public async Task Two_instances_count_together_and_their_totals_tile()
    {
        using var file = new TemporaryDatabase();
        await using var one = await file.OpenAsync();
        await using var two = await file.OpenAsync();
        var totals = await Task.WhenAll(Enumerable.Range(0, 400).Select(
            i => (i % 2 == 0 ? one : two).Counter.IncrementAsync("k", 1, TimeSpan.MaxValue).AsTask()));
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (ulong)i), totals.Order());
        Assert.Equal(400UL, await one.Counter.CurrentAsync("k"));
    }
}
