using System.Diagnostics;

namespace StorageKit.Conformance.Secrets;

/// <summary>Every activity of the process that ends: name, tags, events, status, baggage.</summary>
internal sealed class WatchedActivities : IDisposable
{
    readonly LeakWatch _watch;
    readonly ActivityListener _listener;

    internal WatchedActivities(LeakWatch watch)
    {
        _watch = watch;
        _listener = new()
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = static (ref ActivityCreationOptions<string> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = See,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    void See(Activity activity)
    {
        var place = $"an activity of {activity.Source.Name}";
        _watch.See(activity.DisplayName, place);
        _watch.See(activity.OperationName, place);
        _watch.See(activity.StatusDescription, $"{place}, its status");
        foreach (var (key, value) in activity.Baggage) _watch.See($"{key}={value}", $"{place}, its baggage");
        SeeTags(activity.TagObjects, $"{place}, a tag");
        foreach (var happened in activity.Events)
        {
            _watch.See(happened.Name, $"{place}, an event");
            SeeTags(happened.Tags, $"{place}, an event's tag");
        }
    }

    void SeeTags(IEnumerable<KeyValuePair<string, object?>> tags, string place)
    {
        foreach (var (key, value) in tags)
        {
            _watch.See(key, place);
            _watch.SeeValue(value, place);
        }
    }
}
