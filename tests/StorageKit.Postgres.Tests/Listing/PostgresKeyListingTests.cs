using StorageKit.Testing.Listing;

namespace StorageKit.Postgres.Tests;

[Collection(nameof(SharedServer))]
public sealed class PostgresKeyListingTests(SharedServer shared) : KeyListingTests
{
    protected override IReadOnlyList<string> Contracts { get; } = [Kept.Policies, Kept.Sessions, Kept.Credentials];

    private protected override async Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await new Registry().AddPostgres()
            .OpenSectionAsync(PostgresDriver.Name, Sections.At(shared.Server.Address, options + KeyRings.OnlyOld));
        await test(section, Task.Delay);
    }

    [Fact]
    public async Task A_credential_whose_key_is_no_text_is_an_integrity_error()
    {
        await using var schema = await OpenedSchema.OpenAsync(shared.Server);
        var store = Kept.Of(schema.Stores, Kept.Credentials);
        await store.FillAsync(1);
        await shared.Server.QueryAsync(
            $"UPDATE storagekit.credentials SET key = '\\xff' WHERE tenant = '{schema.Tenant}'");
        var thrown = await Assert.ThrowsAsync<StorageException>(store.KeysAsync);
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
    }
}
