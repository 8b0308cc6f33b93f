using StorageKit.Conformance.Faults;
using StorageKit.Testing.Telemetry;

namespace StorageKit.Redis.Tests.Telemetry;

public sealed class RedisTelemetryTests(TestServer server) : DriverTelemetryTests, IClassFixture<TestServer>
{
    protected override (string, string) Names => ("redis", "redis");

    // A listing asks for the 256 keys of a tenant 32 at a time.
    protected override int PagesOfAgents => 8;

    private protected override async Task WithStoresAsync(Func<TenantStores, Task> test)
    {
        var at = server.Server.Address;
        await using var section = await new Registry().AddRedis().OpenSectionAsync(
            "redis", $"host = '{at.Host}'\nport = {at.Port}\npassword = '{at.Password}'");
        await test(await section.OpenTenantAsync(TenantId.New()));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_counted()
    {
        await using var proxy = FaultProxy.Start(server.Server.Host, server.Server.Port);
        await using var redis = await server.OpenAsync(
            server.Options with { Host = FaultProxy.Host, Port = proxy.Port });
        var sessions = new RedisSessionStore(redis, TenantId.New());
        using var recorder = new TelemetryRecorder();
        proxy.ResetAll();
        await Assert.ThrowsAnyAsync<StorageException>(async () =>
        {
            while (recorder.Of("storagekit.connection.losses").Count == 0)
            {
                await sessions.LoadAsync(SessionId.New());
                proxy.CutAfter(Direction.Replies, 0);
            }
            throw new StorageException(StorageErrorKind.Backend, "the loss was noticed between two calls");
        });
        var loss = recorder.Of("storagekit.connection.losses")[0];
        Assert.Equal((1, "redis"), (loss.Value, loss.Tags["storagekit.driver.name"]));
    }
}
