using System.Globalization;

namespace StorageKit.Testing.Listing;

/// <summary>What <see cref="IRateLimitWindows"/> promises, for every driver that has it.</summary>
public abstract class WindowListingTests
{
    const int Many = 2500; // more than two pages

    static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    /// <summary>Opens a section, and calls the test with it and what lets time pass.</summary>
    private protected abstract Task WithSectionAsync(Func<DriverSection, Func<TimeSpan, Task>, Task> test);

    [Fact]
    public Task Each_window_of_many_is_named_once_with_its_total_and_no_other_tenants() => WithSectionAsync(
        async (section, _) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        await using var others = await section.OpenTenantAsync(TenantId.New());
        var (own, other) = (stores.Get<IRateLimitCounter>(), others.Get<IRateLimitCounter>());
        Assert.Empty(await WindowsAsync(own));
        await other.IncrementAsync("other", 1, s_minute);
        Dictionary<string, ulong> totals = Enumerable.Range(0, Many).ToDictionary(
            i => string.Create(CultureInfo.InvariantCulture, $"key {i}"), i => (ulong)i, StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            totals, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (pair, token) => await own.IncrementAsync(pair.Key, pair.Value, 60 * s_minute, token));

        var windows = await WindowsAsync(own);
        Assert.Equal(Many, windows.Count);
        Assert.Equal(totals, windows.ToDictionary(w => w.Key, w => w.Total, StringComparer.Ordinal));
        Assert.All(windows, window => Assert.InRange(window.Remaining, TimeSpan.FromTicks(1), 60 * s_minute));
    });

    [Fact]
    public Task Odd_keys_totals_and_lengths_are_named_as_they_are() => WithSectionAsync(async (section, _) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var counter = stores.Get<IRateLimitCounter>();
        foreach (var key in OddKeys.All) await counter.IncrementAsync(key, ulong.MaxValue, TimeSpan.MaxValue);
        var windows = await WindowsAsync(counter);
        Assert.Equal(
            OddKeys.All.Order(StringComparer.Ordinal), windows.Select(w => w.Key).Order(StringComparer.Ordinal));
        Assert.All(windows, window => Assert.Equal(ulong.MaxValue, window.Total));
        Assert.All(windows, window => Assert.InRange(window.Remaining, TimeSpan.MaxValue / 2, TimeSpan.MaxValue));
    });

    [Fact]
    public Task A_window_is_named_until_it_is_over_or_reset() => WithSectionAsync(async (section, passAsync) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var counter = stores.Get<IRateLimitCounter>();
        await counter.IncrementAsync("long", 0, s_minute);
        await counter.IncrementAsync("reset", 7, s_minute);
        await counter.IncrementAsync("short", 7, TimeSpan.FromSeconds(1));
        await counter.ResetAsync("reset");
        await passAsync(TimeSpan.FromSeconds(1.5));
        var window = Assert.Single(await WindowsAsync(counter));
        Assert.Equal(("long", 0UL), (window.Key, window.Total));
        Assert.InRange(window.Remaining, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(58.5));
    });

    [Fact]
    public Task Cancellation_and_disposal_end_a_listing() => WithSectionAsync(async (section, _) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var counter = stores.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 1, s_minute);
        var listing = ((IRateLimitWindows)counter).ListWindowsAsync(new(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => listing.GetAsyncEnumerator().MoveNextAsync().AsTask());
        ((IDisposable)counter).Dispose();
        Assert.Throws<ObjectDisposedException>(() => ((IRateLimitWindows)counter).ListWindowsAsync());
    });

    static async Task<List<RateLimitWindow>> WindowsAsync(IRateLimitCounter counter)
    {
        List<RateLimitWindow> windows = [];
        await foreach (var window in Assert.IsAssignableFrom<IRateLimitWindows>(counter).ListWindowsAsync())
            windows.Add(window);
        return windows;
    }
}
