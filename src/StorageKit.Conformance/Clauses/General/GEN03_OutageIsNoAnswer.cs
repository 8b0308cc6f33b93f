using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>An outage is never reported as an answer.</summary>
/// <remarks>What a policy store may answer from its cache is POL-11's.</remarks>
[Clause(
    "GEN-03", "An unreachable backend is a transient Backend or Timeout error, never NotFound, 0, null or empty.",
    Lane = Lane.Network, Needs = Needs.Outage)]
internal sealed class GEN03_OutageIsNoAnswer : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var all = await ExerciseCatalog.SeedAsync(context.Stores, context.CancellationToken).ConfigureAwait(false);
        context.RequireProxied();
        Exercise[] calls = [.. all.Where(one => one is not PolicyExercises).SelectMany(one => one.Valid)];
        foreach (var outage in context.Outages) await ExpectOutageAsync(context, outage, calls).ConfigureAwait(false);
    }

    /// <summary>Each call says that the backend cannot be reached.</summary>
    internal static async ValueTask ExpectOutageAsync(
        ClauseContext context, Outage outage, IReadOnlyList<Exercise> calls)
    {
        await outage.BeginAsync().ConfigureAwait(false);
        try
        {
            // All at once: a driver may take its time before it gives up.
            await Task.WhenAll(calls.Select(call => ExpectAsync(call).AsTask())).ConfigureAwait(false);
        }
        finally
        {
            await outage.EndAsync().ConfigureAwait(false);
        }

        async ValueTask ExpectAsync(Exercise call)
        {
            var what = $"{call.Name} {outage.When}";
            var error = await context.CallAsync(call.CallAsync, what).ConfigureAwait(false);
            if (error is StorageException { Kind: StorageErrorKind.Timeout }
                or StorageException { Kind: StorageErrorKind.Backend, IsTransient: true }) return;
            throw new ClauseViolationException(
                $"{what}: expected a StorageException of kind Timeout, or Backend and transient, got "
                + (error is StorageException { Kind: StorageErrorKind.Backend }
                    ? "one of kind Backend that is not transient"
                    : Attempt.Name(error)));
        }
    }
}
