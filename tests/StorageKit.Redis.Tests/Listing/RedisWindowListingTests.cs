using StorageKit.Testing.Listing;

namespace StorageKit.Redis.Tests;

public sealed class RedisWindowListingTests(TestServer server) : WindowListingTests, IClassFixture<TestServer>
{
    private protected override async Task WithSectionAsync(Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await server.OpenSectionAsync();
        await test(section, Task.Delay);
    }

    [Theory]
    [InlineData("SET", "no total")]
    [InlineData("LPUSH", "1")]
    public async Task A_key_that_holds_no_total_is_an_integrity_error(string command, string value)
    {
        await using var section = await server.OpenSectionAsync();
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        await server.Raw.AskAsync(command, $"sk:counter:{{{stores.Tenant.ToHex()}:k}}", value);
        var windows = ((IRateLimitWindows)stores.Get<IRateLimitCounter>()).ListWindowsAsync().GetAsyncEnumerator();
        var thrown = await Assert.ThrowsAsync<StorageException>(() => windows.MoveNextAsync().AsTask());
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
    }
}
