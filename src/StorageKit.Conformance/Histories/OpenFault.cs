using System.Diagnostics;

namespace StorageKit.Conformance.Histories;

/// <summary>A fault that lasts until it is disposed. Thread-safe.</summary>
internal sealed class OpenFault(string name) : IDisposable
{
    readonly long _start = Stopwatch.GetTimestamp();
    long _end = Operation.Never;

    internal FaultBand ToBand() => new(name, _start, Volatile.Read(ref _end));

    // The first end counts: a band that is disposed twice does not grow.
    public void Dispose() => Interlocked.CompareExchange(ref _end, Stopwatch.GetTimestamp(), Operation.Never);
}
