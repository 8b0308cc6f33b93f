using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2011, code that breaks the rule.</summary>
public sealed class LockMustBeReleasedOnceTests() : StoreRuleTests(new LockMustBeReleasedOnce())
{
    [Fact]
    public Task Released_at_the_end_only() => Flags(Increment("""
        await [|mutex.WaitAsync(cancellationToken)|];
        var total = (ulong)await redis.StringIncrementAsync(key, (long)amount);
        mutex.Release();
        return total;
        """));

    [Fact]
    public Task Monitor_without_a_finally() => Flags(Increment("""
        [|Monitor.Enter(gate)|];
        plain.Add(key, amount);
        Monitor.Exit(gate);
        return amount;
        """));

    [Fact]
    public Task A_writer_lock_without_a_finally() => Flags(Increment("""
        [|rw.EnterWriteLock()|];
        plain.Add(key, amount);
        rw.ExitWriteLock();
        return amount;
        """, "readonly ReaderWriterLockSlim rw = new();"));

    [Fact]
    public Task An_early_return_that_forgets() => Flags(Increment("""
        [|mutex.Wait()|];
        if (total > 1000)
            return total;
        total += amount;
        mutex.Release();
        return amount;
        """, "ulong total;"));

    [Fact]
    public Task A_wait_that_can_be_cancelled_inside_the_try() => Flags(Increment("""
        try
        {
            await [|mutex.WaitAsync(cancellationToken)|];
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        }
        finally
        {
            mutex.Release();
        }
        """));

    [Fact]
    public Task A_try_that_can_fail_before_the_wait() => Flags(Increment("""
        try
        {
            var limit = await redis.StringGetAsync("limit");
            await [|mutex.WaitAsync()|];
            return plain[key] = plain.GetValueOrDefault(key) + amount;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task A_timeout_that_nobody_looks_at() => Flags(Increment("""
        await [|mutex.WaitAsync(TimeSpan.FromSeconds(1))|];
        try { return plain[key] = plain.GetValueOrDefault(key) + amount; }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task Released_twice() => Flags(Increment("""
        await [|mutex.WaitAsync()|];
        try
        {
            var total = plain[key] = plain.GetValueOrDefault(key) + amount;
            mutex.Release();
            return total;
        }
        finally { mutex.Release(); }
        """));

    [Fact]
    public Task In_a_helper_of_a_sink() => Flags("""
        using StorageKit;
        public sealed class FileSink(string path) : IAuditSink
        {
            readonly SemaphoreSlim one = new(1, 1);
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await AppendAsync(entry.ToString());
            async Task AppendAsync(string line)
            {
                await [|one.WaitAsync()|].ConfigureAwait(false);
                await File.AppendAllTextAsync(path, line);
                one.Release();
            }
        }
        """);

    [Theory]
    [InlineData("await mutex.WaitAsync(cancellationToken); try { return (ulong)await redis.StringIncrementAsync(key, 1); } finally { mutex.Release(); }")]
    [InlineData("await mutex.WaitAsync(cancellationToken).ConfigureAwait(false); try { try { return 1; } finally { plain.Clear(); } } finally { mutex.Release(); }")]
    [InlineData("mutex.Wait(); total += amount; mutex.Release(); return amount;")]
    [InlineData("mutex.Wait(); if (total > 9) { mutex.Release(); return 0; } total += amount; mutex.Release(); return amount;")]
    [InlineData("var taken = false; try { Monitor.Enter(gate, ref taken); plain.Clear(); return 1; } finally { if (taken) Monitor.Exit(gate); }")]
    [InlineData("var taken = false; try { taken = await mutex.WaitAsync(9, cancellationToken); plain.Clear(); return 1; } finally { if (taken) mutex.Release(); }")]
    [InlineData("if (!await mutex.WaitAsync(TimeSpan.Zero)) return 0; try { plain.Clear(); return 1; } finally { mutex.Release(); }")]
    [InlineData("if (await mutex.WaitAsync(0)) { try { plain.Clear(); } finally { mutex.Release(); } } return 1;")]
    [InlineData("try { await mutex.WaitAsync(); plain.Clear(); return 1; } finally { mutex.Release(); }")]
    [InlineData("await mutex.WaitAsync(); try { plain.Clear(); } catch { mutex.Release(); throw; } mutex.Release(); return 1;")]
    [InlineData("lock (gate) { plain.Clear(); return 1; }")]
    [InlineData("using (scope.EnterScope()) { plain.Clear(); return 1; }")]
    [InlineData("mutex.Wait(); plain.Clear(); return 1;")]
    [InlineData("rw.EnterReadLock(); try { return total; } finally { rw.ExitReadLock(); }")]
    [InlineData("using (await EnterAsync()) return 1;")]
    [InlineData("await mutex.WaitAsync(); _ = new Timer(_ => mutex.Release(), null, 1000, -1); return 1;")]
    public Task Released_once_on_every_way(string statements) => Accepts(Increment(statements, """
        ulong total;
        readonly Lock scope = new();
        readonly ReaderWriterLockSlim rw = new();
        async Task<IDisposable> EnterAsync()
        {
            await mutex.WaitAsync();
            if (total > 9)
            {
                mutex.Release();
                throw new InvalidOperationException();
            }
            return new Lease(mutex);
        }
        sealed class Lease(SemaphoreSlim held) : IDisposable { public void Dispose() => held.Release(); }
        """));
}
