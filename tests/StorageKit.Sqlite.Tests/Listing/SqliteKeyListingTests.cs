using StorageKit.Testing.Listing;

namespace StorageKit.Sqlite.Tests;

public sealed class SqliteKeyListingTests : KeyListingTests
{
    protected override IReadOnlyList<string> Contracts { get; } = [Kept.Policies, Kept.Sessions, Kept.Credentials];

    private protected override async Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        using var file = new TemporaryDatabase();
        await using var section = await file.OpenSectionAsync(options + KeyRings.OnlyOld);
        await test(section, file.PassAsync);
    }

    [Theory]
    [InlineData(Kept.Policies, "UPDATE policies SET agent = x'00'")]
    [InlineData(Kept.Sessions, "UPDATE sessions SET session = x'00'")]
    [InlineData(Kept.Credentials, "UPDATE credentials SET key = x'ff'")]
    public async Task A_key_that_nobody_can_have_given_is_an_integrity_error(string contract, string damage)
    {
        using var file = new TemporaryDatabase();
        await using var section = await file.OpenSectionAsync(KeyRings.OnlyOld);
        await using var stores = await section.OpenTenantAsync(TenantId.System);
        var store = Kept.Of(stores, contract);
        await store.FillAsync(1);
        file.Execute(damage);
        var thrown = await Assert.ThrowsAsync<StorageException>(store.KeysAsync);
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
    }
}
