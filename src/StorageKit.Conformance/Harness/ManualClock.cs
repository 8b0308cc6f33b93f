namespace StorageKit.Conformance;

/// <summary>A clock that only a clause moves, with wall time and monotonic time apart. Thread-safe. Timers fire while
/// it is advanced, in the order of their due times. It begins on 2 January 2026, 03:04:05 UTC.</summary>
/// <example><code>
/// var clock = new ManualClock();
/// await using var section = await registry.OpenSectionAsync("acme", "", new StorageServices { TimeProvider = clock });
/// clock.Advance(TimeSpan.FromMinutes(1));
/// </code></example>
public sealed class ManualClock : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<ManualTimer> _timers = [];
    DateTimeOffset _wall = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    long _elapsed;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>5 h 45 min ahead of UTC wherever the suite runs, so that a driver that stores local time is found out.
    /// </summary>
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("suite", new TimeSpan(5, 45, 0), "suite", "suite");

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _wall;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock) return _elapsed;
    }

    /// <summary>Lets time go by: both clocks move on. Returns when every timer that was due has fired.</summary>
    /// <param name="by">How far; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is less than zero.</exception>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(by), by, "Monotonic time never goes back.");
        var end = GetTimestamp() + by.Ticks;
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                var next = due is null ? end : Math.Max(due.Due, _elapsed);
                _wall += TimeSpan.FromTicks(next - _elapsed);
                _elapsed = next;
                due?.Rearm();
            }
            if (due is null) return;
            due.Fire();
        }
    }

    /// <summary>Sets the wall clock on or back, as an operator or a time server does; monotonic time stands, and no
    /// timer fires.</summary>
    /// <param name="by">How far; less than zero for back.</param>
    public void JumpWall(TimeSpan by)
    {
        lock (_lock) _wall += by;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        TimeSpan _period;

        internal long Due { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock._elapsed + dueTime.Ticks;
                if (!clock._timers.Contains(this)) clock._timers.Add(this);
            }
            return true;
        }

        internal void Rearm() =>
            Due = _period > TimeSpan.Zero ? Due + _period.Ticks : long.MaxValue;

        internal void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
