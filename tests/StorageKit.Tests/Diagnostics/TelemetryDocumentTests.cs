using System.Diagnostics.Metrics;
using StorageKit.Diagnostics;
using StorageKit.Testing.Roslyn;
using StorageKit.Testing.Telemetry;

namespace StorageKit.Tests.Diagnostics;

/// <summary>docs/telemetry.md lists what is told: no more, no less.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class TelemetryDocumentTests
{
    static readonly string[] s_lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    [Fact]
    public void The_table_of_instruments_is_what_the_meter_has()
    {
        List<string> published = [];
        var driver = new DriverTelemetry("document", "document");
        driver.Queued();
        driver.Dequeued();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == StorageTelemetry.Name)
                    published.Add($"{instrument.Name} {Kind(instrument)} {instrument.Unit}");
            },
        };
        listener.Start();
        driver.Operation<IAuditSink>("EmitAsync").Start().Dispose();
        Assert.Equal(
            Rows("Instrument").Select(row => $"{row[0]} {row[1]} {row[2]}").Order(StringComparer.Ordinal),
            published.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_table_of_tags_is_what_calls_carry()
    {
        using var recorder = new TelemetryRecorder();
        var driver = new DriverTelemetry("document", "document");
        var emit = driver.Operation<IAuditSink>("EmitBatchAsync");
        await emit.Start(2).Watch(default);
        await Assert.ThrowsAsync<StorageException>(() => emit.Start().Watch(
            ValueTask.FromException(new StorageException(StorageErrorKind.Conflict, "no"))).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => emit.Start().Watch(ValueTask.FromCanceled(new(canceled: true))).AsTask());
        var ofCalls = recorder.Calls.SelectMany(call => call.Tags.Keys).ToHashSet();
        var ofSpans = recorder.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).ToHashSet();
        var rows = Rows("Tag").ToList();
        Assert.Equal(
            rows.Where(row => row[1] == "spans, durations").Select(row => row[0]).Order(StringComparer.Ordinal),
            ofCalls.Order(StringComparer.Ordinal));
        Assert.Equal(
            rows.Select(row => row[0]).Order(StringComparer.Ordinal), ofSpans.Order(StringComparer.Ordinal));
    }

    static string Kind(Instrument instrument) => instrument.GetType().Name switch
    {
        var name when name.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        var name when name.StartsWith("Counter", StringComparison.Ordinal) => "counter",
        var name when name.StartsWith("ObservableUpDownCounter", StringComparison.Ordinal) => "up-down counter",
        var name => name,
    };

    /// <summary>The cells of the table whose first column has this heading, without their code marks.</summary>
    static IEnumerable<string[]> Rows(string heading) => s_lines
        .SkipWhile(line => !line.StartsWith($"| {heading} ", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim().Replace("`", "")).ToArray());
}
