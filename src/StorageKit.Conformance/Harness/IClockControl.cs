namespace StorageKit.Conformance;

/// <summary>Probe: moves the clock that the driver goes by, where that is not its <see cref="TimeProvider"/>.</summary>
public interface IClockControl
{
    /// <summary>Moves wall clock and monotonic clock on.</summary>
    ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default);
}
