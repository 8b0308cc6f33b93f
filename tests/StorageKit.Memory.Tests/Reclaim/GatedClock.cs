namespace StorageKit.Memory.Tests.Reclaim;

/// <summary>A clock that stops one thread while it reads the time, which the tables do under an entry's lock: the
/// others queue up at that lock in an order that the test chooses.</summary>
internal sealed class GatedClock : TimeProvider
{
    readonly ManualResetEventSlim _isInside = new();
    readonly ManualResetEventSlim _isOpen = new();
    volatile Thread? _held;

    internal long Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        if (Thread.CurrentThread != _held) return Now;
        var now = Now;
        _isInside.Set();
        _isOpen.Wait();
        return now;
    }

    /// <summary>Holds the lock that <paramref name="holder"/> takes, lines the others up at it, for whom it is
    /// <paramref name="later"/>, and lets go.</summary>
    internal void LineUp(Action holder, TimeSpan later, params Action[] others)
    {
        var held = new Thread(() => holder());
        _held = held;
        held.Start();
        _isInside.Wait();
        Now += later.Ticks;
        List<Thread> threads = [held];
        foreach (var other in others)
        {
            var thread = new Thread(() => other());
            thread.Start();
            if (!SpinWait.SpinUntil(
                () => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0, TimeSpan.FromSeconds(5)))
                throw new InvalidOperationException("It does not wait for the lock that is held.");
            threads.Add(thread);
        }
        _isOpen.Set();
        foreach (var thread in threads) thread.Join();
    }
}
