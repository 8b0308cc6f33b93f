namespace StorageKit.Conformance;

/// <summary>Probe: moves the clock that the driver goes by, where that is not its <see cref="TimeProvider"/>:
/// the backend's, for example.</summary>
/// <example><code>
/// public async ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
///     await server.QueryAsync($"update test_clock set ahead = ahead + interval '{by.TotalMilliseconds} ms'");
/// </code></example>
public interface IClockControl
{
    /// <summary>Moves wall clock and monotonic clock on. Calls that begin after it returned see the new time.
    /// </summary>
    /// <param name="by">How far; zero or more, down to a tick of 100 ns.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default);
}
