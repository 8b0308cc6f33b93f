using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>A read that began before an invalidation never fills the cache with the old version again.</summary>
/// <remarks>Seen from outside: whatever else is going on, a read that begins after version n was stored and the agent
/// invalidated answers n or a later one. Where reads of the source can be held back, that race is lost on purpose, too.
/// </remarks>
[Clause(
    "POL-05", "A read that began before an invalidation never fills the cache with the old version again.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySeed, Stochastic = true)]
internal sealed class POL05_NoRefillWithTheOldVersion : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        if (context.Driver.Harness.Probe<IPolicySource>() is { } source)
            await HeldRead.CheckAsync(store, source, context).ConfigureAwait(false);
        await context.RepeatAsync(PolicyRace.MostRounds, round => RaceAsync(context, round)).ConfigureAwait(false);
    }

    async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var history = await PolicyRace.RunAsync(this, context, round, invalidate: true).ConfigureAwait(false);
        var writes = history.Operations.Where(o => o.Kind == OperationKind.Write).ToArray();
        foreach (var read in history.Operations.Where(o => o.Kind == OperationKind.Read))
        {
            if (writes.LastOrDefault(w => w.Precedes(read)) is not { } write) continue;
            if (read.Result.Number >= write.Argument.Number) continue;
            throw new ClauseViolationException(
                $"STALE READ: {read.Describe(history.Origin)} is older than {write.Describe(history.Origin)}, " +
                "which was stored and the agent invalidated before", history, [write, read]);
        }
    }
}
