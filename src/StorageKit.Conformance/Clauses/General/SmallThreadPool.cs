namespace StorageKit.Conformance.Clauses;

/// <summary>Runs work while the thread pool has as few threads as the runtime lets it have: one a processor. There is one
/// pool in a process, so only one at a time does this, and for as short as can be.</summary>
internal static class SmallThreadPool
{
    static readonly SemaphoreSlim s_turn = new(1, 1);

    /// <summary>Waits, on a thread that is not the pool's, for the tasks to end.</summary>
    /// <param name="start">Starts them.</param>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <returns>How many did not end in time. All of them can go on once the pool has its threads back.</returns>
    internal static async Task<int> RunAsync(
        Func<IReadOnlyList<Task>> start, TimeSpan patience, CancellationToken cancellationToken)
    {
        await s_turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Factory.StartNew(
                () => Run(start, patience), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
        finally
        {
            s_turn.Release();
        }
    }

    static int Run(Func<IReadOnlyList<Task>> start, TimeSpan patience)
    {
        ThreadPool.GetMinThreads(out var minWorkers, out var minPorts);
        ThreadPool.GetMaxThreads(out var maxWorkers, out var maxPorts);
        try
        {
            var few = Environment.ProcessorCount;
            ThreadPool.SetMinThreads(Math.Min(minWorkers, few), minPorts);
            if (!ThreadPool.SetMaxThreads(few, maxPorts))
                throw new InconclusiveException($"the runtime did not let the thread pool shrink to {few} threads");
            var tasks = start();
            // Blocks this thread, which is not the pool's, and is woken by the task that ends last.
            var all = Task.WhenAll(tasks);
            Task.WaitAny([all], patience);
            return tasks.Count(task => !task.IsCompleted);
        }
        finally
        {
            ThreadPool.SetMaxThreads(maxWorkers, maxPorts);
            ThreadPool.SetMinThreads(minWorkers, minPorts);
        }
    }
}
