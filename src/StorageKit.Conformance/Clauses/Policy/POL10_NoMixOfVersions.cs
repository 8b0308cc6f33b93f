namespace StorageKit.Conformance.Clauses;

/// <summary>A reader never sees parts of two versions.</summary>
/// <remarks>Every part of a document shows its version.</remarks>
[Clause(
    "POL-10", "A reader never sees parts of two versions.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySeed, Stochastic = true)]
internal sealed class POL10_NoMixOfVersions : Clause<IPolicyStore>
{
    protected override ValueTask CheckAsync(IPolicyStore store, ClauseContext context) =>
        context.RepeatAsync(PolicyRace.MostRounds, round => RaceAsync(context, round));

    async ValueTask RaceAsync(ClauseContext context, int round)
    {
        var mixed = new string?[1];
        var history = await PolicyRace.RunAsync(this, context, round, invalidate: true, Look).ConfigureAwait(false);
        if (mixed[0] is { } anomaly) throw new ClauseViolationException(anomaly, history);

        void Look(int reader, PolicyDocument? seen)
        {
            if (seen is not null && !seen.Equals(PolicyRace.Stamped(seen.Version)))
                Interlocked.CompareExchange(ref mixed[0], Describe(reader, seen), null);
        }
    }

    static string Describe(int reader, PolicyDocument seen)
    {
        var others = seen.Rules.Select(rule => rule.ActionPattern).Append(seen.Name)
            .Where(stamp => stamp != $"{seen.Version}").Distinct();
        return $"MIXED VERSIONS: reader {reader} was given version {seen.Version} with parts of another: " +
            $"stamps {string.Join(", ", others)}, {seen.Rules.Count} rules, mode {seen.EnforcementMode}";
    }
}
