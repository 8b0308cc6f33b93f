namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>On a server of its own: other tests leave what is no counter, which a listing does not pass over.</summary>
public sealed class SharedListingTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    [Fact]
    public async Task Windows_are_listed_whoever_opened_them_and_one_without_an_end_as_never_ending()
    {
        await shared.Rust.IncrementAsync("rust *", 5, 100);
        await shared.Counter.IncrementAsync("ours }", 6, TimeSpan.FromHours(1));
        Assert.Null(await shared.Rust.IncrementAsync("for ever", 7, 1UL << 62));
        Dictionary<string, RateLimitWindow> windows = [];
        await foreach (var window in ((IRateLimitWindows)shared.Counter).ListWindowsAsync())
            windows.Add(window.Key, window);
        Assert.Equal(3, windows.Count);
        Assert.Equal((5ul, 6ul), (windows["rust *"].Total, windows["ours }"].Total));
        Assert.InRange(windows["rust *"].Remaining, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100));
        Assert.Equal(new("for ever", 7, TimeSpan.MaxValue), windows["for ever"]);
    }

    [Fact]
    public async Task Policies_are_listed_whoever_stored_them()
    {
        var (ours, rust) = (AgentId.New(), AgentId.New());
        await ((IPolicyWriter)shared.Policies).PutPolicyAsync(ours, new(1, "ours", []));
        await shared.Rust.CacheAsync(rust, """{"version":10,"name":"rust","rules":[]}""");
        HashSet<string> keys = [];
        await foreach (var key in ((IKeyListing)shared.Policies).ListKeysAsync()) Assert.True(keys.Add(key));
        Assert.Equal([ours.ToString(), rust.ToString()], keys);
    }
}
