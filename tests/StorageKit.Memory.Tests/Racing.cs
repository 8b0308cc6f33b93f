namespace StorageKit.Memory.Tests;

/// <summary>Runs callers on threads of their own that start together.</summary>
internal static class Racing
{
    internal static async Task<T[]> RunAsync<T>(int callers, Func<int, Task<T>> caller)
    {
        using var barrier = new Barrier(callers);
        var tasks = Enumerable.Range(0, callers).Select(i => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return caller(i).GetAwaiter().GetResult();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        return await Task.WhenAll(tasks.ToArray());
    }
}
