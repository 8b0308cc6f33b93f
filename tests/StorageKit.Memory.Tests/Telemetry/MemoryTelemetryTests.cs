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

    [Fact]
    public async Task A_counter_that_nobody_listens_to_allocates_nothing()
    {
        await using var section = await MemorySection.OpenAsync();
        var counter = section.Get<IRateLimitCounter>();
        for (var i = 0; i < 100; i++) await counter.IncrementAsync("k", 1, TimeSpan.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(counter.IncrementAsync("k", 1, TimeSpan.MaxValue).IsCompletedSuccessfully);
            Assert.True(counter.CurrentAsync("k").IsCompletedSuccessfully);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
