using System.Collections.Concurrent;

namespace StorageKit.Hosting.Tests.Setup;

/// <summary>A driver, <c>traced</c>, that serves a contract of its own and notes what is opened and disposed.</summary>
internal sealed class TracedDriver
{
    readonly ConcurrentQueue<string> _events = [];

    internal IReadOnlyList<string> Events => [.. _events];

    /// <summary>What opening a store waits for.</summary>
    internal Func<CancellationToken, Task> BeforeStore { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a store answers to a health check.</summary>
    internal Func<CancellationToken, Task> Health { get; set; } = _ => Task.CompletedTask;

    internal Registry Registry => Drivers.CreateRegistry().Add(new("traced")
    {
        Resources =
        [
            new(typeof(Traced), (_, _) =>
            {
                Note("open resource");
                return new(new Traced(this, "resource"));
            }),
        ],
        Stores = [new(typeof(Traced), [new("quota_store", typeof(IQuotaStore))], OpenAsync)],
    });

    /// <summary>The six of the memory driver, and the seventh of this one.</summary>
    internal static string Config => ConfigText.Of(ConfigText.Memory, "quota_store = \"traced\"\n");

    internal void Note(string what) => _events.Enqueue(what);

    async ValueTask<object> OpenAsync(DriverScope scope, CancellationToken cancellationToken)
    {
        await BeforeStore(cancellationToken);
        Note("open store");
        return new Traced(this, "store");
    }

    sealed class Traced(TracedDriver driver, string name) : IQuotaStore, IHealthCheckable, IAsyncDisposable
    {
        bool _isDisposed;

        public async ValueTask CheckHealthAsync(CancellationToken cancellationToken = default) =>
            await driver.Health(cancellationToken);

        public ValueTask DisposeAsync()
        {
            driver.Note(_isDisposed ? $"dispose {name} again" : $"dispose {name}");
            _isDisposed = true;
            return default;
        }
    }
}
