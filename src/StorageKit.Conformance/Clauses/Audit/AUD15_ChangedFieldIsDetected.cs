namespace StorageKit.Conformance.Clauses;

/// <summary>Changing any stored field is detected at that entry.</summary>
/// <remarks>Three ways to a changed field: an entry is emitted whose fields are not those its hash was made of, which a
/// driver that makes the hash anew would heal; a field of what is read back is changed beside the digest that the store
/// kept; and where the harness can, the stored payload is changed behind the driver's back.</remarks>
[Clause(
    "AUD-15", "Changing any stored field is detected at that entry.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD15_ChangedFieldIsDetected : Clause<IAuditSink>
{
    const int ChangedAt = 1;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var intact = ChainWithFull();
        await store.EmitAllAsync(intact, context.CancellationToken).ConfigureAwait(false);
        var records = await context.ReadRecordsAsync(intact).ConfigureAwait(false);
        AuditExpectations.ExpectIntact(records, "a chain as it was emitted, with the stored digests");
        foreach (var (field, changed) in AuditFields.ChangeEach(records[ChangedAt].Entry))
        {
            var stored = records[ChangedAt];
            AuditRecord[] tampered =
                [records[0],
                    stored with { Entry = AuditEntry.Restore(changed, stored.Entry.EntryHash) }, .. records.Skip(2)];
            AuditExpectations.ExpectFault(tampered, ChangedAt, $"a change of the {field} in what was read back");
        }

        await CheckEmittedAsync(store, context).ConfigureAwait(false);
        await TamperAsync(context, intact).ConfigureAwait(false);
    }

    static async ValueTask CheckEmittedAsync(IAuditSink store, ClauseContext context)
    {
        List<(string Field, SessionId Session)> cases = [];
        List<AuditEntry> emitted = [];
        foreach (var (field, _) in AuditFields.ChangeEach(AuditSamples.Full()))
        {
            var chain = ChainWithFull();
            var changed = AuditFields.ChangeEach(chain[ChangedAt]).First(change => change.Field == field).Changed;
            cases.Add((field, chain[0].SessionId));
            emitted.AddRange([chain[0], AuditEntry.Restore(changed, chain[ChangedAt].EntryHash), chain[2]]);
        }
        await store.EmitAllAsync(emitted, context.CancellationToken).ConfigureAwait(false);
        var bySession = (await context.ReadRecordsAsync(emitted).ConfigureAwait(false))
            .ToLookup(record => record.Entry.SessionId);
        foreach (var (field, session) in cases)
            AuditExpectations.ExpectFault(
                bySession[session], ChangedAt, $"an entry whose {field} is not what its hash was made of");
    }

    static async ValueTask TamperAsync(ClauseContext context, AuditEntry[] chain)
    {
        // The last entry: what is wrong with it cannot be told from the links of a later one.
        if (context.Driver.Harness.Probe<ITamper>() is not { } tamper
            || !await tamper.ChangeAuditPayloadAsync(context.Tenant, (ulong)chain.Length, context.CancellationToken)
                .ConfigureAwait(false)) return;
        try
        {
            var records = await context.ReadRecordsAsync(chain).ConfigureAwait(false);
            AuditExpectations.ExpectFault(
                records.Where(record => record.Entry.SessionId == chain[0].SessionId), chain.Length - 1,
                "a change of the stored payload");
        }
        catch (StorageException e) when (e.Kind == StorageErrorKind.Serialization)
        {
            // The driver itself has noticed.
        }
    }

    static AuditEntry[] ChainWithFull()
    {
        var full = AuditSamples.Full();
        var trail = new AuditTrail(full.AgentId, full.SessionId);
        return
        [
            trail.Next(),
            trail.Next(full.EventType, full.TimestampNs, full.Payload, full.Lineage, full.Redaction, full.PolicyDocId),
            trail.Next(),
        ];
    }
}
