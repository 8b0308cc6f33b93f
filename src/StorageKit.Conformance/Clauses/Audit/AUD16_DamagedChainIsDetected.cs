namespace StorageKit.Conformance.Clauses;

/// <summary>Removing, inserting, swapping or doubling an entry is detected.</summary>
/// <remarks>The damaged chains go through the store: a driver that sorts what it reads or numbers it anew would make
/// them look whole. Doubling cannot be emitted, because an entry that is stored is not stored again; it is done to
/// what was read back.</remarks>
[Clause(
    "AUD-16", "Removing, inserting, swapping or doubling an entry in the middle of a chain is detected.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD16_DamagedChainIsDetected : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        (string What, long FaultAt, AuditEntry[] Chain)[] cases =
        [
            Damaged("an entry removed from the middle", 2, chain => [chain[0], chain[1], chain[3], chain[4]]),
            Damaged("the first entry removed", 0, chain => chain[1..]),
            Damaged("two entries swapped", 1, chain => [chain[0], chain[2], chain[1], .. chain[3..]]),
            Damaged("an entry inserted", 3, chain => [.. chain[..3], Rival(chain[2]), .. chain[3..]]),
            Damaged(
                "an entry replaced by one with a fresh hash", 3,
                chain => [.. chain[..2], Rival(chain[2]), .. chain[3..]]),
        ];
        var intact = AuditSamples.Chain(5);
        var emitted = cases.SelectMany(damage => damage.Chain).Concat(intact).ToArray();
        await store.EmitAllAsync(emitted, context.CancellationToken).ConfigureAwait(false);
        var bySession = (await context.ReadRecordsAsync(emitted).ConfigureAwait(false))
            .ToLookup(record => record.Entry.SessionId);

        var records = bySession[intact[0].SessionId].ToArray();
        AuditExpectations.ExpectIntact(records, "a chain as it was emitted");
        foreach (var (what, faultAt, chain) in cases)
            AuditExpectations.ExpectFault(
                bySession[chain[0].SessionId], faultAt, $"in a chain that was emitted so, {what}");
        AuditExpectations.ExpectFault([.. records[..3], .. records[2..]], 3, "an entry doubled in what was read back");
    }

    static (string, long, AuditEntry[]) Damaged(string what, long faultAt, Func<AuditEntry[], AuditEntry[]> damage) =>
        (what, faultAt, damage(AuditSamples.Chain(5)));

    static AuditEntry Rival(AuditEntry entry) => (AuditDraft.Of(entry) with { Payload = "forged" }).ToEntry();
}
