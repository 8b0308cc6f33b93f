using System.Diagnostics;

namespace StorageKit.Benchmarks.Measuring;

/// <summary>One way to do the work: ours, a peer's, or the least that it can cost (the limit).</summary>
/// <param name="Name">The name in the table. The first contestant of a comparison is ours.</param>
/// <param name="TurnAsync">Works for one turn, and says what one operation cost.</param>
internal sealed record Contestant(string Name, Func<Effort, Task<Sample>> TurnAsync)
{
    /// <summary>A single operation that costs far more than calling a delegate.</summary>
    public static Contestant Of(string name, Action operation) =>
        Loop(name, count =>
        {
            for (var i = 0; i < count; i++)
                operation();
        });

    /// <summary>A program that does the work as often as it is told: for operations of nanoseconds.</summary>
    public static Contestant Loop(string name, Action<int> loop) => Threads(name, 1, loop);

    /// <summary>The same on several threads at once; the cost is that of one operation as its thread sees it.</summary>
    public static Contestant Threads(string name, int threads, Action<int> loop)
    {
        var count = 0;
        return new(name, effort =>
        {
            if (count == 0)
                count = Calibrate(loop, effort.Turn);
            return Task.FromResult(threads == 1 ? Turn(loop, count) : Turn(loop, count, threads));
        });
    }

    /// <summary>Callers that wait for each operation before they begin the next, as requests of a service do.</summary>
    /// <param name="name">The name in the table.</param>
    /// <param name="callers">How many there are at a time.</param>
    /// <param name="operation">The operation of one caller, who is told by number.</param>
    public static Contestant Callers(string name, int callers, Func<int, ValueTask> operation) =>
        new(name, effort => new CallerCrowd(callers, operation).TurnAsync(effort.Turn));

    /// <summary>A turn that measures itself: another program, or a fixed amount of work.</summary>
    public static Contestant Once(string name, Func<Task<Sample>> turn) => new(name, _ => turn());

    static int Calibrate(Action<int> loop, TimeSpan turn)
    {
        // Tiered compilation exchanges the code of a method that was called often; a loop of its own is exchanged while
        // it runs. Before the first turn both have happened.
        for (var i = 0; i < 40; i++)
            loop(1);
        for (var count = 1; ; count *= 2)
        {
            var start = Stopwatch.GetTimestamp();
            loop(count);
            if (Stopwatch.GetElapsedTime(start) >= turn || count >= 1 << 29)
                return count;
        }
    }

    static Sample Turn(Action<int> loop, int count)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        loop(count);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(
            elapsed.TotalNanoseconds / count, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / count);
    }

    static Sample Turn(Action<int> loop, int count, int threads)
    {
        var samples = new Sample[threads];
        using var begin = new Barrier(threads);
        var workers = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            begin.SignalAndWait();
            samples[index] = Turn(loop, count);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return new(samples.Average(sample => sample.Nanoseconds), samples.Max(sample => sample.Bytes));
    }
}
