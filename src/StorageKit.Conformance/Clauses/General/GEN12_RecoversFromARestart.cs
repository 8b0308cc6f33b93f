using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A driver outlives a restart of its backend.</summary>
/// <remarks>Once the backend is stopped while the driver works, so that calls fail; once it is killed and started while
/// the driver rests, so that what it kept open is stale. It has 10 s to work again.</remarks>
[Clause(
    "GEN-12", "After a restart of the backend the driver recovers without being opened again.",
    Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class GEN12_RecoversFromARestart : Clause
{
    static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(10);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var control = context.Driver.Harness.Probe<IBackendControl>()!;
        var all = await ExerciseCatalog.SeedAsync(context.Stores, token).ConfigureAwait(false);
        Exercise[] calls = [.. all.SelectMany(one => one.Valid)];

        await control.StopAsync(token).ConfigureAwait(false);
        try
        {
            await Task.WhenAll(calls.Select(call =>
                context.CallAsync(call.CallAsync, $"{call.Name} while the backend is stopped").AsTask()))
                .ConfigureAwait(false);
        }
        finally
        {
            await control.StartAsync(token).ConfigureAwait(false);
        }
        await ExpectRecoveryAsync(context, all, "after the backend was stopped and started").ConfigureAwait(false);

        await control.KillAsync(token).ConfigureAwait(false);
        await control.StartAsync(token).ConfigureAwait(false);
        await ExpectRecoveryAsync(context, all, "after the backend was killed and started").ConfigureAwait(false);
    }

    static async ValueTask ExpectRecoveryAsync(
        ClauseContext context, IReadOnlyList<ContractExercises> all, string when)
    {
        foreach (var exercises in all)
        {
            // What the calls find may have gone with the backend, and some calls remove it.
            await context.UntilSuccessAsync(exercises.SeedAsync, s_recovery, $"{exercises.Valid[0].Name} {when}")
                .ConfigureAwait(false);
            foreach (var call in exercises.Valid)
                await context.UntilSuccessAsync(
                    call.CallAsync, s_recovery, $"{call.Name} {when}, on the instance that was open before")
                    .ConfigureAwait(false);
        }
    }
}
