using System.Globalization;
using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>A backend that says nothing is given up in time.</summary>
/// <remarks>The time-out is what the harness says by <see cref="IOperationTimeout"/>; where it says nothing, a driver
/// has 30 s, and only a backend that is silent from the start is tried. A second is added for a busy machine.</remarks>
[Clause(
    "GEN-09", "A silent connection fails within the configured timeout and a fifth more.",
    Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class GEN09_SilenceTimesOut : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var all = await ExerciseCatalog.SeedAsync(context.Stores, context.CancellationToken).ConfigureAwait(false);
        context.RequireProxied();
        // One call of each contract at a time, so that none has to wait for a connection.
        var (firsts, lasts) = (all.Select(one => one.Valid[0]), all.Select(one => one.Valid[^1]));
        await ExpectGivenUpAsync(context, firsts, "while the backend says nothing", context.Proxy.FallSilent)
            .ConfigureAwait(false);
        if (!context.OperationTimeout.IsDeclared) return;
        await ExpectGivenUpAsync(
            context, lasts, "while the backend's reply does not come to its end",
            () => context.Proxy.HoldAfter(Direction.Replies, 2)).ConfigureAwait(false);
        await ExpectGivenUpAsync(context, lasts, "while the backend takes new connections and says nothing", () =>
        {
            context.Proxy.ResetAll();
            context.Proxy.FallSilent();
        }).ConfigureAwait(false);
    }

    static async ValueTask ExpectGivenUpAsync(
        ClauseContext context, IEnumerable<Exercise> calls, string when, Action begin)
    {
        begin();
        await Task.WhenAll(calls.Select(call => ExpectAsync(call).AsTask())).ConfigureAwait(false);
        context.Proxy.Heal();
        context.Proxy.ResetAll();

        async ValueTask ExpectAsync(Exercise call)
        {
            var (limit, isDeclared) = context.OperationTimeout;
            var what = string.Create(
                CultureInfo.InvariantCulture,
                $"{call.Name} {when} (time-out {(isDeclared ? "configured" : "assumed")}: {limit.TotalSeconds} s)");
            var error = await context.CallAsync(call.CallAsync, what).ConfigureAwait(false);
            if (error is null && call.Name == "IPolicyStore.InvalidateAsync") return; // It need not ask anybody.
            Expect.That(
                error is StorageException { Kind: StorageErrorKind.Timeout or StorageErrorKind.Backend },
                $"{what}: expected a StorageException of kind Timeout or Backend, got {Attempt.Name(error)}");
        }
    }
}
