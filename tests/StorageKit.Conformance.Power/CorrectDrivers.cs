using StorageKit.Conformance.Tests.Drivers;
using StorageKit.Memory;

namespace StorageKit.Conformance.Power;

/// <summary>Drivers that keep their promises: whatever the kit says against them is a false alarm.</summary>
static class CorrectDrivers
{
    internal static IReadOnlyList<string> Names { get; } = ["memory", "sqlite", "plainfiles"];

    /// <summary>A driver on a fresh backend, and what removes that.</summary>
    internal static (DriverUnderTest Driver, IAsyncDisposable? Backend) Start(string name)
    {
        switch (name)
        {
            case "memory":
                return (new(new Registry().Add(MemoryDriver.Registration), name, new DriverHarness()), null);
            case "sqlite":
                var backend = new SqliteBackend();
                return (backend.Driver, backend);
            case "plainfiles":
                var scope = new SuiteScope();
                var registry = new Registry().Add(Acme.PlainFiles.PlainfilesDriver.Registration);
                return (new(registry, name, new DriverHarness($"folder = '{scope.Folder}'")), new Folder(scope));
            default:
                throw new ArgumentException(
                    $"No driver \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));
        }
    }

    sealed class Folder(SuiteScope scope) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            scope.Dispose();
            return default;
        }
    }
}
