using StorageKit.Conformance.Faults;
using StorageKit.Testing.Telemetry;

namespace StorageKit.Postgres.Tests.Telemetry;

public sealed class PostgresTelemetryTests(SharedServer shared) : DriverTelemetryTests, IClassFixture<SharedServer>
{
    protected override (string, string) Names => ("postgres", "postgresql");

    private protected override async Task WithStoresAsync(Func<TenantStores, Task> test)
    {
        await using var schema = await OpenedSchema.OpenAsync(shared.Server);
        await test(schema.Stores);
    }

    [Fact]
    public Task Concurrent_emits_share_commits() => WithStoresAsync(ExpectSharedCommitsAsync);

    [Fact]
    public async Task A_connection_that_breaks_is_counted()
    {
        await using var proxy = FaultProxy.Start(shared.Server.Host, shared.Server.Port);
        var at = shared.Server.Address with { Host = FaultProxy.Host, Port = proxy.Port };
        await using var schema = await OpenedSchema.OpenAsync(Sections.At(at, "plaintext = true"));
        await schema.Objects.ReadAsync("k");
        using var recorder = new TelemetryRecorder();
        proxy.ResetAll();
        // A read is repeated on another connection: the caller notices nothing, whoever watches does.
        Assert.Null(await schema.Objects.ReadAsync("k"));
        var loss = Assert.Single(recorder.Of("storagekit.connection.losses"));
        Assert.Equal((1, "postgres"), (loss.Value, loss.Tags["storagekit.driver.name"]));
    }
}
