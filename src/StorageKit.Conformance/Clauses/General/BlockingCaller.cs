using System.Collections.Concurrent;

namespace StorageKit.Conformance.Clauses;

/// <summary>A thread with a synchronization context of its own, as a user interface has: what is posted to it is run
/// only when the thread is not busy. Whoever blocks it keeps from running what comes back to it.</summary>
internal sealed class BlockingCaller : SynchronizationContext
{
    readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    /// <summary>Makes a call on such a thread and blocks until it ends.</summary>
    /// <returns>Whether it ended in time.</returns>
    internal static async Task<bool> EndsAsync(Func<Task> call, TimeSpan patience)
    {
        var caller = Task.Factory.StartNew(
            () => new BlockingCaller().Run(call, patience), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        // A driver that itself blocks inside the call never gives the thread back; it is left behind.
        var first = await Task.WhenAny(caller, Task.Delay(patience + patience)).ConfigureAwait(false);
        return first == caller && await caller.ConfigureAwait(false);
    }

    bool Run(Func<Task> call, TimeSpan patience)
    {
        SetSynchronizationContext(this);
        var task = call();
        // How it ends, well or not, is for other clauses.
        var ends = Task.WaitAny([task], patience) == 0;
        // So that nothing is left waiting for a thread that is gone.
        while (_posted.TryDequeue(out var posted)) posted.Callback(posted.State);
        return ends;
    }
}
