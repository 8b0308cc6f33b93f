using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Drivers;

/// <summary>The wire driver with a server of its own.</summary>
internal sealed class WireBackend : IAsyncDisposable
{
    internal WireBackend() =>
        Driver = new(new Registry().Add(WireDriver.Registration), WireDriver.Name, Server.Harness);

    internal WireServer Server { get; } = new();

    internal DriverUnderTest Driver { get; }

    public ValueTask DisposeAsync() => Driver.Harness.DisposeAsync();
}
