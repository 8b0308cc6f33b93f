using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace StorageKit.Diagnostics;

/// <summary>What StorageKit tells about itself, by OpenTelemetry's conventions for databases: spans of the
/// <c>ActivitySource</c> and instruments of the <c>Meter</c> that are both named <see cref="Name"/>. docs/telemetry.md
/// lists them.</summary>
/// <remarks>No tag holds a key, a value, a tenant, a statement or an address, and each has few values.</remarks>
public static class StorageTelemetry
{
    /// <summary>The name of the source and of the meter: <c>AddSource(StorageTelemetry.Name)</c>,
    /// <c>AddMeter(StorageTelemetry.Name)</c>.</summary>
    public const string Name = "StorageKit";

    static readonly string? s_version = typeof(StorageTelemetry).Assembly.GetName().Version?.ToString(3);

    internal static readonly ActivitySource Source = new(Name, s_version);

    internal static readonly Meter Meter = new(Name, s_version);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "db.client.operation.duration", "s", "Duration of calls to stores.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    internal static readonly Histogram<int> CommitSize = Meter.CreateHistogram(
        "storagekit.commit.size", "{call}", "Calls that one commit made durable together.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });

    internal static readonly Counter<long> LostConnections = Meter.CreateCounter<long>(
        "storagekit.connection.losses", "{connection}", "Connections that broke; the next call opens another one.");

    internal static readonly Histogram<double> OpenDuration = Meter.CreateHistogram(
        "storagekit.open.duration", "s", "How long a host took to open its stores.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30] });

    /// <summary>Whether anybody listens to calls. Two reads when nobody does.</summary>
    internal static bool IsObserved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Duration.Enabled || Source.HasListeners();
    }
}
