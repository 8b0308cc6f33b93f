using StorageKit.Testing.Listing;

namespace StorageKit.Postgres.Tests;

[Collection(nameof(SharedServer))]
public sealed class PostgresWindowListingTests(SharedServer shared) : WindowListingTests
{
    private protected override async Task WithSectionAsync(Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await new Registry().AddPostgres()
            .OpenSectionAsync(PostgresDriver.Name, Sections.At(shared.Server.Address, "plaintext = true"));
        await test(section, Task.Delay);
    }

    [Theory]
    [InlineData("key = '\\xff'")]
    [InlineData("total = -1")]
    public async Task A_damaged_row_is_an_integrity_error(string damage)
    {
        await using var schema = await OpenedSchema.OpenAsync(shared.Server);
        await schema.Counter.IncrementAsync("k", 1, TimeSpan.FromHours(1));
        await shared.Server.QueryAsync(
            $"UPDATE storagekit.counters SET {damage} WHERE tenant = '{schema.Tenant}'");
        var windows = ((IRateLimitWindows)schema.Counter).ListWindowsAsync().GetAsyncEnumerator();
        var thrown = await Assert.ThrowsAsync<StorageException>(() => windows.MoveNextAsync().AsTask());
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
    }
}
