using System.Collections.Concurrent;

namespace StorageKit.Sqlite.Tests;

public sealed class BlockingCallerTests
{
    [Fact]
    public void A_caller_that_blocks_the_only_thread_of_its_context_gets_its_answer()
    {
        using var file = new TemporaryDatabase();
        ulong total = 0;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new OneThreadContext());
            var database = Task.Run(() => file.OpenAsync()).GetAwaiter().GetResult();
            database.Audit.EmitAsync(Entries.Single()).AsTask().GetAwaiter().GetResult();
            total = database.Counter.IncrementAsync("k", 7, TimeSpan.MaxValue).AsTask().GetAwaiter().GetResult();
            total = database.Counter.CurrentAsync("k").AsTask().GetAwaiter().GetResult();
            database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)), "the call never came back");
        Assert.Equal(7UL, total);
    }

    [Fact]
    public async Task Two_hundred_and_fifty_six_calls_need_no_thread_each()
    {
        using var file = new TemporaryDatabase();
        // Longer than a thread pool that other tests keep busy lets this one wait.
        await using var database = await file.OpenAsync($"busy_timeout = '2m'\n{KeyRings.OnlyOld}");
        Task[] calls;
        using (var other = file.OpenRaw())
        {
            // While the file is locked, every write waits; were a thread held by each, the reads would find none.
            using var lockedOut = other.BeginTransaction(deferred: false);
            calls = [.. Enumerable.Range(0, 256).Select(
                _ => Task.Run(async () => await database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue)))];
            await Task.Delay(100);
            var read = Task.Run(async () => await database.Counter.CurrentAsync("k"));
            Assert.Equal(0UL, await read.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        await Task.WhenAll(calls);
        Assert.Equal(256UL, await database.Counter.CurrentAsync("k"));
    }

    /// <summary>Runs posted work only when somebody pumps it, which here nobody does.</summary>
    sealed class OneThreadContext : SynchronizationContext
    {
        readonly ConcurrentQueue<(SendOrPostCallback Work, object? State)> _posted = new();

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));
    }
}
