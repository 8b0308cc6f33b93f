using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>Under any fault only the exceptions of the contracts leave a driver.</summary>
/// <remarks>The calls here have valid arguments, nobody cancels them, and nothing is disposed: so what is left is
/// StorageException. What wrong arguments throw is GEN-05's, what a cancelled call throws GEN-07's, and what a disposed
/// driver throws GEN-14's.</remarks>
[Clause(
    "GEN-04",
    "Only StorageException, OperationCanceledException, ArgumentException and ObjectDisposedException leave a driver.",
    Lane = Lane.Network, Needs = Needs.Outage)]
internal sealed class GEN04_OnlyKnownErrorsLeave : Clause
{
    static readonly (string When, Action<FaultProxy> Begin)[] s_faults =
    [
        ("on a connection that was reset", proxy => proxy.ResetAll()),
        ("with its request lost", proxy => proxy.CutAfter(Direction.Requests, 0)),
        ("with half of its request lost", proxy => proxy.CutAfter(Direction.Requests, 7)),
        ("with its reply lost", proxy => proxy.CutAfter(Direction.Replies, 0)),
        ("with half of its reply lost", proxy => proxy.CutAfter(Direction.Replies, 3)),
    ];

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var all = await ExerciseCatalog.SeedAsync(context.Stores, context.CancellationToken).ConfigureAwait(false);
        context.RequireProxied();
        Exercise[] calls = [.. all.SelectMany(one => one.Valid)];
        foreach (var outage in context.Outages)
        {
            await outage.BeginAsync().ConfigureAwait(false);
            try
            {
                await Task.WhenAll(calls.Select(call => ExpectKnownAsync(context, call, outage.When).AsTask()))
                    .ConfigureAwait(false);
            }
            finally
            {
                await outage.EndAsync().ConfigureAwait(false);
            }
        }
        if (!context.HasProxy) return;
        foreach (var (when, begin) in s_faults)
            foreach (var call in calls)
            {
                begin(context.Proxy);
                await ExpectKnownAsync(context, call, when).ConfigureAwait(false);
                context.Proxy.Heal();
            }
    }

    static async ValueTask ExpectKnownAsync(ClauseContext context, Exercise call, string when)
    {
        var what = $"{call.Name} {when}";
        var error = await context.CallAsync(call.CallAsync, what).ConfigureAwait(false);
        if (error is null or StorageException) return;
        var why = error switch
        {
            OperationCanceledException => ", but nobody cancelled it",
            ObjectDisposedException => ", but nobody disposed anything",
            ArgumentException => ", but its arguments are valid",
            _ => "",
        };
        throw new ClauseViolationException($"{what}: expected a StorageException, got {Thrown.Name(error)}{why}");
    }
}
