using System.Diagnostics.Tracing;

namespace StorageKit.Conformance.Secrets;

/// <summary>Every event that an <see cref="EventSource"/> of the process writes, but for the runtime's own.</summary>
/// <remarks>The runtime's diagnostic sources write what goes through sockets: that is where a secret has to be.
/// </remarks>
internal sealed class WatchedEvents : EventListener
{
    static readonly string[] s_runtime =
        ["System.", "Microsoft-Windows-DotNETRuntime", "Microsoft-DotNETCore", "Microsoft-Diagnostics", "Private."];

    // The base constructor asks for sources before this class is made.
    readonly LeakWatch? _watch;

    internal WatchedEvents(LeakWatch watch) => _watch = watch;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (!s_runtime.Any(name => eventSource.Name.StartsWith(name, StringComparison.Ordinal)))
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var place = $"an event of {eventData.EventSource.Name}";
        _watch?.See(eventData.Message, place);
        foreach (var value in eventData.Payload ?? (IReadOnlyCollection<object?>)[]) _watch?.SeeValue(value, place);
    }
}
