using StorageKit.Testing.Telemetry;

namespace StorageKit.Local.Tests.Telemetry;

public sealed class LocalTelemetryTests : DriverTelemetryTests
{
    protected override (string, string) Names => ("local", "local");

    private protected override async Task WithStoresAsync(Func<TenantStores, Task> test)
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync("plaintext = true\nenforce_chain = true");
        await test(await opened.TenantAsync(TenantId.New()));
    }

    private protected override async Task<StorageErrorKind> FailAsync(TenantStores stores)
    {
        var trail = new AuditTrail(AgentId.New(), SessionId.New());
        trail.Next(AuditEventType.ToolDispatched, timestampNs: 1, "{}");
        var second = trail.Next(AuditEventType.ToolDispatched, timestampNs: 2, "{}");
        return (await Assert.ThrowsAsync<StorageException>(
            () => stores.Get<IAuditSink>().EmitAsync(second).AsTask())).Kind;
    }

    [Fact]
    public Task Concurrent_emits_share_commits() => WithStoresAsync(ExpectSharedCommitsAsync);
}
