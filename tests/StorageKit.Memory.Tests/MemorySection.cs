using StorageKit.Conformance;

namespace StorageKit.Memory.Tests;

/// <summary>The driver opened through the registry, from the text of its section, on a clock that the test
/// moves.</summary>
internal sealed class MemorySection : IAsyncDisposable
{
    MemorySection(DriverSection section, TenantStores stores, ManualClock clock)
    {
        Section = section;
        Stores = stores;
        Clock = clock;
    }

    internal DriverSection Section { get; }

    internal ManualClock Clock { get; }

    /// <summary>The system tenant's.</summary>
    internal TenantStores Stores { get; }

    internal static async Task<MemorySection> OpenAsync(string toml = "")
    {
        var clock = new ManualClock();
        var registry = new Registry().AddMemory();
        var section = await registry.OpenSectionAsync("memory", toml, new() { TimeProvider = clock });
        return new(section, await section.OpenTenantAsync(TenantId.System), clock);
    }

    internal T Get<T>() where T : class => Stores.Get<T>();

    internal ValueTask<TenantStores> OpenTenantAsync(TenantId tenant) => Section.OpenTenantAsync(tenant);

    /// <summary>Lets time pass.</summary>
    internal Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => Section.DisposeAsync();
}
