using StorageKit.Testing.Telemetry;

namespace StorageKit.Memory.Tests.Telemetry;

public sealed class MemoryTelemetryTests : DriverTelemetryTests
{
    protected override (string, string) Names => ("memory", "memory");

    private protected override async Task WithStoresAsync(Func<TenantStores, Task> test)
    {
        await using var section = await MemorySection.OpenAsync();
        await test(await section.OpenTenantAsync(TenantId.New()));
    }
}
