using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StorageKit.Testing.Telemetry;

/// <summary>Listens as OpenTelemetry does. Of calls it keeps those of the test that made it, wherever they go on; what
/// writers and connections tell belongs to nobody and is kept whole.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    readonly AsyncLocal<bool> _isMine = new() { Value = true };
    readonly ConcurrentQueue<Activity> _spans = [];
    readonly ConcurrentQueue<Measurement> _measurements = [];
    readonly ActivityListener _activities;
    readonly MeterListener _metrics = new();

    internal TelemetryRecorder()
    {
        _activities = new()
        {
            ShouldListenTo = static source => source.Name == "StorageKit",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (_isMine.Value) _spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "StorageKit") listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _metrics.Start();
    }

    internal IReadOnlyList<Activity> Spans => [.. _spans];

    internal IReadOnlyList<Measurement> Calls => Of("db.client.operation.duration");

    internal IReadOnlyList<Measurement> All => [.. _measurements];

    internal IReadOnlyList<Measurement> Of(string instrument) =>
        [.. _measurements.Where(measurement => measurement.Instrument == instrument)];

    /// <summary>Asks the instruments that are observed.</summary>
    internal void Observe() => _metrics.RecordObservableInstruments();

    internal void Forget()
    {
        _spans.Clear();
        _measurements.Clear();
    }

    void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument.Name == "db.client.operation.duration" && !_isMine.Value) return;
        _measurements.Enqueue(new(
            instrument.Name, instrument.Unit, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }
}
