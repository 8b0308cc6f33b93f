namespace StorageKit.Testing.Listing;

/// <summary>What <see cref="IKeyListing"/> promises, for every driver that has it.</summary>
public abstract class KeyListingTests
{
    const int Many = 2500; // more than two pages

    static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    /// <summary>The contracts whose stores list their keys, by their names.</summary>
    protected abstract IReadOnlyList<string> Contracts { get; }

    /// <summary>Opens a section that holds nothing, and calls the test.</summary>
    /// <param name="options">Options of the section, in TOML.</param>
    /// <param name="test">Is given the section, and what lets time pass.</param>
    private protected abstract Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test);

    [Fact]
    public Task An_empty_store_lists_nothing() => WithEachAsync(async (section, contract) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        Assert.Empty(await Kept.Of(stores, contract).KeysAsync());
    });

    [Fact]
    public Task Each_thing_of_many_is_named_once_and_no_other_tenants() => WithEachAsync(async (section, contract) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        await using var others = await section.OpenTenantAsync(TenantId.New());
        var (own, other) = (Kept.Of(stores, contract), Kept.Of(others, contract));
        await other.PutAsync(other.KeyOf(-1));
        var keys = await own.FillAsync(Many);
        Assert.Equal(keys, await own.KeysAsync());
        Assert.Equal([other.KeyOf(-1)], await other.KeysAsync());
    });

    [Fact]
    public Task What_is_removed_is_not_named_any_more() => WithEachAsync(async (section, contract) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var store = Kept.Of(stores, contract);
        if (store.RemoveAsync is not { } remove) return;
        var keys = await store.FillAsync(3);
        await remove(keys[1]);
        Assert.Equal([keys[0], keys[2]], await store.KeysAsync());
    });

    [Fact]
    public Task Credentials_of_odd_keys_are_named_as_they_are() => WithEachAsync(async (section, contract) =>
    {
        if (contract != Kept.Credentials) return;
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var store = Kept.Of(stores, contract);
        foreach (var key in OddKeys.All) await store.PutAsync(key);
        Assert.Equal(OddKeys.All.Order(StringComparer.Ordinal), await store.KeysAsync());
    });

    [Fact]
    public Task Sessions_that_have_expired_are_not_named() => WithSectionAsync(
        "session_ttl = '4s'", async (section, passAsync) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var store = Kept.Of(stores, Kept.Sessions);
        await store.PutAsync(store.KeyOf(1));
        await passAsync(3 * s_second);
        // No save after the first is over, for a save may remove it.
        await store.PutAsync(store.KeyOf(2));
        await passAsync(1.5 * s_second);
        Assert.Equal([store.KeyOf(2)], await store.KeysAsync());
    });

    [Fact]
    public Task Cancellation_and_disposal_end_a_listing_between_its_pages() => WithSectionAsync(
        "", async (section, _) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var store = Kept.Of(stores, Kept.Sessions);
        await store.FillAsync(Many);

        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WalkAsync(store.ListAsync(cancellation.Token), cancellation.Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => WalkAsync(store.ListAsync(cancellation.Token), () => Assert.Fail("It was cancelled before.")));

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => WalkAsync(store.ListAsync(), ((IDisposable)store.Store).Dispose));
        Assert.Throws<ObjectDisposedException>(() => store.ListAsync());
    });

    [Fact]
    public Task What_is_written_and_removed_meanwhile_neither_hides_nor_doubles_the_rest() => WithSectionAsync(
        "", async (section, _) =>
    {
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        var store = Kept.Of(stores, Kept.Sessions);
        var staying = await store.FillAsync(Many);
        HashSet<string> named = new(StringComparer.Ordinal);
        var fresh = Many;
        await foreach (var key in store.ListAsync())
        {
            Assert.True(named.Add(key), $"{key} was named twice");
            if (named.Count % 50 != 0) continue;
            await store.PutAsync(key);
            await store.PutAsync(store.KeyOf(++fresh));
            await store.RemoveAsync!(store.KeyOf(fresh - 1));
        }
        Assert.Empty(staying.Except(named));
    });

    static async Task WalkAsync(IAsyncEnumerable<string> listing, Action afterTheFirst)
    {
        var isFirst = true;
        await foreach (var _ in listing)
        {
            if (isFirst) afterTheFirst();
            isFirst = false;
        }
    }

    Task WithEachAsync(Func<DriverSection, string, Task> test) => WithSectionAsync("", async (section, _) =>
    {
        foreach (var contract in Contracts) await test(section, contract);
    });
}
