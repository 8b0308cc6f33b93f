namespace StorageKit.Tests;

/// <summary>A clock that stands still until it is moved. Its monotonic time is that of <see cref="Advance"/> alone; its wall
/// clock can be stepped besides, in both directions. Thread-safe.</summary>
internal sealed class ManualClock : TimeProvider
{
    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    long _timestamp;
    long _wallStep;

    /// <summary>Timestamps are ticks.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _timestamp);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp() + Interlocked.Read(ref _wallStep));

    /// <summary>Lets time pass, on both clocks.</summary>
    internal void Advance(TimeSpan time) => Interlocked.Add(ref _timestamp, time.Ticks);

    /// <summary>Steps the wall clock alone, as a correction or a change of daylight saving does.</summary>
    internal void StepWall(TimeSpan step) => Interlocked.Add(ref _wallStep, step.Ticks);
}
