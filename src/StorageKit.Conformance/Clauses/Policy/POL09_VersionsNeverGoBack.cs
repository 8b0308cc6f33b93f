using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>The versions that one caller sees never go back.</summary>
[Clause(
    "POL-09", "The versions that one caller sees never go back.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySeed, Stochastic = true)]
internal sealed class POL09_VersionsNeverGoBack : Clause<IPolicyStore>
{
    protected override ValueTask CheckAsync(IPolicyStore store, ClauseContext context) =>
        context.RepeatAsync(PolicyRace.MostRounds, round => RaceAsync(context, round));

    async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var history = await PolicyRace.RunAsync(this, context, round, invalidate: false).ConfigureAwait(false);
        foreach (var caller in history.Operations.Where(o => o.Kind == OperationKind.Read).GroupBy(o => o.Caller))
        {
            Operation? last = null;
            foreach (var read in caller)
            {
                if (last is not null && !(read.Result.Number >= last.Result.Number))
                    throw new ClauseViolationException(
                        $"WENT BACK: {read.Describe(history.Origin)} after {last.Describe(history.Origin)}", history,
                        [last, read]);
                last = read;
            }
        }
    }
}
