namespace StorageKit.Postgres.Tests;

/// <summary>Against a clock that only these tests move; a server of their own, because it is the schema's.</summary>
public sealed class CounterTests : IAsyncLifetime
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly SuiteScope _scope = new();
    PrivatePostgres _server = null!;
    ServerClock _clock = null!;

    public async Task InitializeAsync()
    {
        _server = await PrivatePostgres.StartAsync(_scope);
        await ServerClock.InstallAsync(_server);
        _clock = new(_server);
        await _clock.StopAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _scope.Dispose();
    }

    [Fact]
    public async Task A_window_ends_at_its_length_and_not_a_tick_earlier()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        await schema.Counter.IncrementAsync("k", 3, Minute);
        await _clock.AdvanceAsync(Minute - TimeSpan.FromTicks(1));
        Assert.Equal(3UL, await schema.Counter.CurrentAsync("k"));
        Assert.Equal(4UL, await schema.Counter.IncrementAsync("k", 1, Minute));
        await _clock.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal(0UL, await schema.Counter.CurrentAsync("k"));
        Assert.Equal(5UL, await schema.Counter.IncrementAsync("k", 5, Minute));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_neither_frees_nor_locks_a_key()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        await schema.Counter.IncrementAsync("k", 3, Minute);
        await schema.Counter.IncrementAsync("endless", 1, TimeSpan.MaxValue);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(20));
        await schema.Counter.IncrementAsync("k", 1, Minute);
        await _clock.AdvanceAsync(TimeSpan.FromHours(-1));
        Assert.Equal(4UL, await schema.Counter.CurrentAsync("k"));
        Assert.Equal(5UL, await schema.Counter.IncrementAsync("k", 1, Minute));
        Assert.Equal(2UL, await schema.Counter.IncrementAsync("endless", 1, Minute));
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(40) - TimeSpan.FromTicks(1));
        Assert.Equal(5UL, await schema.Counter.CurrentAsync("k"));
        await _clock.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal(0UL, await schema.Counter.CurrentAsync("k"));
        await _clock.AdvanceAsync(TimeSpan.FromDays(365_000));
        Assert.Equal(3UL, await schema.Counter.IncrementAsync("endless", 1, Minute));
    }

    [Fact]
    public async Task What_remains_of_a_listed_window_is_exact_and_moves_with_a_clock_that_is_set_back()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        await schema.Counter.IncrementAsync("k", 3, Minute);
        Assert.Equal([new("k", 3, Minute)], await WindowsAsync(schema));
        await _clock.AdvanceAsync(TimeSpan.FromHours(-1));
        Assert.Equal([new("k", 3, Minute)], await WindowsAsync(schema));
        await _clock.AdvanceAsync(TimeSpan.FromHours(1) + Minute - TimeSpan.FromTicks(1));
        Assert.Equal([new("k", 3, TimeSpan.FromTicks(1))], await WindowsAsync(schema));
        await _clock.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Empty(await WindowsAsync(schema));
    }

    static async Task<List<RateLimitWindow>> WindowsAsync(OpenedSchema schema)
    {
        List<RateLimitWindow> windows = [];
        await foreach (var window in ((IRateLimitWindows)schema.Counter).ListWindowsAsync()) windows.Add(window);
        return windows;
    }

    [Fact]
    public async Task One_increment_after_the_windows_are_over_reclaims_all_of_them()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        var resources = new PostgresResources(_server);
        await Task.WhenAll(Enumerable.Range(0, 1500).Select(
            i => schema.Counter.IncrementAsync($"key {i}", 1, Minute).AsTask()));
        Assert.Equal(1500, await resources.CounterKeysAsync(schema.Tenant));
        await _clock.AdvanceAsync(Minute);
        await schema.Counter.IncrementAsync("last", 1, Minute);
        for (var i = 0; i < 100 && await resources.CounterKeysAsync(schema.Tenant) > 1; i++) await Task.Delay(50);
        Assert.Equal(1, await resources.CounterKeysAsync(schema.Tenant));
        Assert.Equal(1UL, await schema.Counter.CurrentAsync("last"));
    }

    [Fact]
    public async Task Keys_longer_than_an_index_entry_are_keys_of_their_own()
    {
        await using var schema = await OpenedSchema.OpenAsync(_server);
        var keys = new[] { "a", "b", "\0" }.Select(end => new string('k', 9000) + end).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            await schema.Counter.IncrementAsync(keys[i], (ulong)i + 1, Minute);
            await schema.Objects.WriteAsync(keys[i], new[] { (byte)i });
        }
        for (var i = 0; i < keys.Length; i++)
        {
            Assert.Equal((ulong)i + 1, await schema.Counter.CurrentAsync(keys[i]));
            Assert.Equal((byte)i, Assert.Single((await schema.Objects.ReadAsync(keys[i]))!));
        }
        List<string> listed = [];
        await foreach (var info in schema.Objects.ListAsync(new string('k', 2000))) listed.Add(info.Key);
        Assert.Equal(keys.Order(StringComparer.Ordinal), listed);
    }
}
