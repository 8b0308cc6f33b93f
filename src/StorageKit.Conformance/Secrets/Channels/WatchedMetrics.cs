using System.Diagnostics.Metrics;

namespace StorageKit.Conformance.Secrets;

/// <summary>Every measurement of the process: the tags, and what instruments and meters say of themselves.</summary>
internal sealed class WatchedMetrics : IDisposable
{
    readonly LeakWatch _watch;
    readonly MeterListener _listener = new();

    internal WatchedMetrics(LeakWatch watch)
    {
        _watch = watch;
        _listener.InstrumentPublished = Published;
        On<byte>();
        On<short>();
        On<int>();
        On<long>();
        On<float>();
        On<double>();
        On<decimal>();
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.RecordObservableInstruments();
        _listener.Dispose();
    }

    void On<T>() where T : struct =>
        _listener.SetMeasurementEventCallback<T>((instrument, _, tags, _) => See(instrument, tags));

    void Published(Instrument instrument, MeterListener listener)
    {
        var place = $"the instrument {instrument.Meter.Name}/{instrument.Name}";
        _watch.See(instrument.Name, place);
        _watch.See(instrument.Description, place);
        foreach (var (key, value) in (instrument.Tags ?? []).Concat(instrument.Meter.Tags ?? []))
        {
            _watch.See(key, place);
            _watch.SeeValue(value, place);
        }
        // The runtime's own are asked for their values by whoever publishes them: here nobody needs them.
        if (!instrument.Meter.Name.StartsWith("System.Runtime", StringComparison.Ordinal))
            listener.EnableMeasurementEvents(instrument);
    }

    void See(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            var place = $"a tag of the metric {instrument.Name}";
            _watch.See(key, place);
            _watch.SeeValue(value, place);
        }
    }
}
