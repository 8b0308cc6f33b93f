using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>Disposing ends the calls in flight, is idempotent, and makes every later call an ObjectDisposedException.
/// </summary>
/// <remarks>A store without an end, of a driver whose resources have none,
/// has nothing to refuse later calls for.</remarks>
[Clause(
    "GEN-14", "Disposing ends the calls in flight, is idempotent, "
    + "and makes every later call an ObjectDisposedException.",
    Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class GEN14_DisposalEndsEverything : Clause
{
    const int Callers = 64;
    const int CallsBefore = 200;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var parts = new OpenedParts();
        var registry = context.Driver.RegistryOf(parts.Noting(context.Driver.Registration));
        var section = await registry
            .OpenSectionAsync(context.Driver.Name, context.Driver.Harness.Section, context.Services, token)
            .ConfigureAwait(false);
        await using var owned = section.ConfigureAwait(false);
        var stores = await section.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        var all = await ExerciseCatalog.SeedAsync(stores, token).ConfigureAwait(false);

        await DisposeDuringCallsAsync(section, [.. all.SelectMany(exercises => exercises.Valid)], token)
            .ConfigureAwait(false);
        foreach (var exercises in all.Where(exercises => exercises.IsDisposable || parts.HaveAnEnd))
            await exercises.ExpectDisposedAsync("after the section was disposed", token).ConfigureAwait(false);
        foreach (var part in parts.All) await DisposeAgainAsync(part).ConfigureAwait(false);
    }

    static async Task DisposeDuringCallsAsync(
        DriverSection section, IReadOnlyList<Exercise> exercises, CancellationToken token)
    {
        var calls = 0;
        using var over = new CancellationTokenSource();
        var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller), token)).ToArray();
        await EndsAsync(underWay.Task, $"the first {CallsBefore} calls").ConfigureAwait(false);
        await EndsAsync(section.DisposeAsync().AsTask(), "disposing a section in use").ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await EndsAsync(Task.WhenAll(callers), "a call that was in flight when the section was disposed")
            .ConfigureAwait(false);

        async Task CallAsync(int next)
        {
            while (!over.IsCancellationRequested)
            {
                if (Interlocked.Increment(ref calls) == CallsBefore) underWay.TrySetResult();
                if (!await IsOpenAsync(exercises[next++ % exercises.Count], token).ConfigureAwait(false)) break;
                await Task.Yield();
            }
            underWay.TrySetResult();
        }
    }

    static async ValueTask<bool> IsOpenAsync(Exercise exercise, CancellationToken token)
    {
        try
        {
            await exercise.CallAsync(token).ConfigureAwait(false);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        catch (Exception e)
        {
            Expect.That(Thrown.MayLeave(e), $"{exercise.Name} while the section was disposed: got {Thrown.Name(e)}");
            return true;
        }
    }

    static async Task EndsAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(s_patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new ClauseViolationException($"{what} did not end within {s_patience.TotalSeconds} s");
        }
    }

    static async ValueTask DisposeAgainAsync(object part)
    {
        try
        {
            if (part is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
            (part as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            throw new ClauseViolationException($"disposing {part.GetType().Name} a second time threw {Thrown.Name(e)}");
        }
    }
}
