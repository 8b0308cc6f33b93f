using StorageKit.Testing.Listing;

namespace StorageKit.Local.Tests;

public sealed class LocalKeyListingTests : KeyListingTests
{
    protected override IReadOnlyList<string> Contracts { get; } = [Kept.Sessions, Kept.Credentials];

    private protected override async Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        await using var section = await folder.OpenSectionAsync(options + KeyRings.OnlyOld, clock);
        await test(section, time =>
        {
            clock.Advance(time);
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData(Kept.Sessions, "sessions", "ffffffff-ffff-ffff-ffff-ffffffffffff.json")]
    [InlineData(Kept.Credentials, "credentials", "k-UPPER")]
    [InlineData(Kept.Credentials, "credentials", "h-00")]
    public async Task A_file_of_no_key_is_an_integrity_error(string contract, string kind, string name)
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        await using var stores = await opened.TenantAsync(TenantId.System);
        var store = Kept.Of(stores, contract);
        var keys = await store.FillAsync(1);
        await File.WriteAllTextAsync(folder.In(kind, "a note.txt"), "none of ours");
        Assert.Equal(keys, await store.KeysAsync());

        await File.WriteAllTextAsync(folder.In(kind, name), "key 1\nx\n");
        var thrown = await Assert.ThrowsAsync<StorageException>(store.KeysAsync);
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
        Assert.Contains(name, thrown.Message);
    }
}
