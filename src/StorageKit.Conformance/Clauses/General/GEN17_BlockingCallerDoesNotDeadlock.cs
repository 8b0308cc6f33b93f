using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A caller that blocks on a single-threaded synchronization context does not deadlock.</summary>
[Clause(
    "GEN-17", "A caller that blocks a single-threaded synchronization context until the call ends does not deadlock.",
    Lane = Lane.Concurrent)]
internal sealed class GEN17_BlockingCallerDoesNotDeadlock : Clause
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        DriverSection? section = null;
        await ExpectEndAsync("opening the section", async () =>
            section = await context.OpenInstanceAsync().ConfigureAwait(false)).ConfigureAwait(false);
        var stores = await section!.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        foreach (var exercises in await ExerciseCatalog.SeedAsync(stores, token).ConfigureAwait(false))
            foreach (var exercise in exercises.Valid)
                await ExpectEndAsync(exercise.Name, () => exercise.CallAsync(token).AsTask()).ConfigureAwait(false);
        await ExpectEndAsync("disposing the section", () => section.DisposeAsync().AsTask()).ConfigureAwait(false);
    }

    static async ValueTask ExpectEndAsync(string what, Func<Task> call)
    {
        var ends = await BlockingCaller.EndsAsync(call, s_patience).ConfigureAwait(false);
        Expect.That(
            ends,
            $"{what} deadlocks when its caller blocks on a single-threaded SynchronizationContext: "
            + "an await in the driver comes back to the caller's context; write ConfigureAwait(false)");
    }
}
