using StorageKit.Testing.Telemetry;

namespace StorageKit.Sqlite.Tests.Telemetry;

public sealed class SqliteTelemetryTests : DriverTelemetryTests
{
    protected override (string, string) Names => ("sqlite", "sqlite");

    private protected override async Task WithStoresAsync(Func<TenantStores, Task> test)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await test(await database.TenantAsync(TenantId.New()));
    }

    [Fact]
    public Task Concurrent_emits_share_commits() => WithStoresAsync(ExpectSharedCommitsAsync);
}
