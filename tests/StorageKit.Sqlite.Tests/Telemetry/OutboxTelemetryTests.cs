using StorageKit.Testing.Telemetry;

namespace StorageKit.Sqlite.Tests.Telemetry;

[Collection(nameof(TelemetryCollection))]
public sealed class OutboxTelemetryTests : IDisposable
{
    readonly TemporaryDatabase _file = new();

    [Fact]
    public async Task An_emit_into_an_outbox_is_a_call_of_its_own_beside_those_of_its_target()
    {
        await using var outbox = await OpenedOutbox.OpenAsync(_file.Folder);
        using var recorder = new TelemetryRecorder();
        await outbox.EmitAsync(EveryCall.Entry());
        var call = Assert.Single(
            recorder.Calls, call => call.Tags["storagekit.driver.name"] is string driver && driver == "outbox");
        Assert.Equal(("Emit", "sqlite"), (call.Tags["db.operation.name"], call.Tags["db.system.name"]));
    }

    public void Dispose() => _file.Dispose();
}
