using System.Diagnostics;

namespace StorageKit.Conformance.Secrets;

/// <summary>What is written by <see cref="Trace"/> and <see cref="Debug"/>.</summary>
internal sealed class WatchedTrace : TraceListener
{
    const string Place = "the trace or debug output";
    readonly LeakWatch _watch;

    internal WatchedTrace(LeakWatch watch)
    {
        _watch = watch;
        Trace.Listeners.Add(this);
    }

    public override void Write(string? message) => _watch.See(message, Place);

    public override void WriteLine(string? message) => _watch.See(message, Place);

    protected override void Dispose(bool disposing)
    {
        Trace.Listeners.Remove(this);
        base.Dispose(disposing);
    }
}
