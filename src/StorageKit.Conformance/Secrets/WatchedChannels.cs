namespace StorageKit.Conformance.Secrets;

/// <summary>Every way out of the process by which a driver may tell something, but for its loggers, exceptions and
/// objects, which are asked one by one.</summary>
/// <remarks>They are the process's: what others say at the same time is seen as well, and holds no canary.</remarks>
internal sealed class WatchedChannels(LeakWatch watch) : IDisposable
{
    readonly WatchedActivities _activities = new(watch);
    readonly WatchedMetrics _metrics = new(watch);
    readonly WatchedEvents _events = new(watch);
    readonly WatchedTrace _trace = new(watch);
    readonly IDisposable _console = WatchedConsole.Watch(watch);

    public void Dispose()
    {
        _console.Dispose();
        _trace.Dispose();
        _events.Dispose();
        _metrics.Dispose();
        _activities.Dispose();
    }
}
