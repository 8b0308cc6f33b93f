namespace StorageKit.Conformance.Clauses;

/// <summary>Moving a value between fields, or bytes across a field's border, is detected.</summary>
/// <remarks>The reference's hash does not notice: its input has neither tags nor a length of the payload. So every
/// case here keeps the entry's hash, and only the digest that the store kept can tell. Emitted in place of the
/// original, such an entry is told by a checkpoint kept outside.</remarks>
[Clause(
    "AUD-28", "Moving a value between fields, or bytes across a field's border, "
    + "is detected although the hash still fits.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD28_MovedValueIsDetected : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var cases = AmbiguousEntries.Pairs().ToArray();
        var emitted = cases.Select(pair => pair.Original).ToArray();
        await store.EmitAllAsync(emitted, context.CancellationToken).ConfigureAwait(false);
        var records = await context.ReadRecordsAsync(emitted).ConfigureAwait(false);
        Expect.Equal(cases.Length, records.Count, "entries read back");
        var forgeries = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        for (var i = 0; i < cases.Length; i++)
        {
            var (what, _, moved) = cases[i];
            var checkpoint = AuditExpectations.ExpectIntact([records[i]], $"before {what}, with the stored digest");
            AuditExpectations.ExpectFault([records[i] with { Entry = moved }], 0, what);
            await forgeries.Get<IAuditSink>().EmitAsync(moved, context.CancellationToken).ConfigureAwait(false);
            var forged = await context.ReadRecordsAsync([moved], forgeries).ConfigureAwait(false);
            AuditExpectations.ExpectFault([forged[^1]], 0, $"{what}, emitted so", checkpoint);
        }
    }
}
