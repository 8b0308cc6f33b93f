namespace StorageKit.Conformance.Clauses;

/// <summary>Cutting the tail or rewriting a suffix with fresh hashes is detected through a checkpoint kept
/// outside.</summary>
/// <remarks>The checkpoint is made from the read-back of one tenant. Another tenant's log holds what an attacker would
/// have left: the same chain without its tail, or with a tail of his own. Where the harness can, the real log's tail
/// is cut.
/// </remarks>
[Clause(
    "AUD-17", "Cutting the tail, or rewriting it with fresh hashes, is detected through a checkpoint kept outside.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD17_CheckpointDetectsCutAndRewrite : Clause<IAuditSink>
{
    const int Length = 8;
    const int Kept = 5;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var chain = AuditSamples.Chain(Length);
        await store.EmitAllAsync(chain, context.CancellationToken).ConfigureAwait(false);
        var records = await context.ReadRecordsAsync(chain).ConfigureAwait(false);
        var checkpoint = AuditExpectations.ExpectIntact(records, "a chain as it was emitted");
        Expect.Equal(Length, checkpoint.Count, "entries that the checkpoint has seen");

        await ExpectAsync(context, checkpoint, chain[..Kept], Kept, "a tail cut off").ConfigureAwait(false);
        await ExpectAsync(context, checkpoint, Rewrite(chain, Length), Length - 1, "a rewritten tail")
            .ConfigureAwait(false);
        await ExpectAsync(
            context, checkpoint, Rewrite(chain, Length + 2), Length - 1, "a rewritten tail, longer than it was")
            .ConfigureAwait(false);

        if (context.Driver.Harness.Probe<ITamper>() is not { } tamper
            || !await tamper.CutAuditAsync(context.Tenant, Kept + 1, context.CancellationToken)
            .ConfigureAwait(false)) return;
        records = await context.ReadRecordsAsync(chain).ConfigureAwait(false);
        AuditExpectations.ExpectFault(records, Kept, "a tail cut off behind the driver's back", checkpoint);
    }

    static async ValueTask ExpectAsync(
        ClauseContext context, AuditCheckpoint checkpoint, AuditEntry[] forged, long faultAt, string what)
    {
        var other = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        await other.Get<IAuditSink>().EmitAllAsync(forged, context.CancellationToken).ConfigureAwait(false);
        var records = await context.ReadRecordsAsync(forged, other).ConfigureAwait(false);
        AuditExpectations.ExpectIntact(records, $"{what}, in itself");
        AuditExpectations.ExpectFault(records, faultAt, what, checkpoint);
    }

    static AuditEntry[] Rewrite(AuditEntry[] chain, int length)
    {
        var trail = AuditTrail.Resume(chain[Kept - 1]);
        return
        [
            .. chain[..Kept],
            .. Enumerable.Range(Kept, length - Kept)
                .Select(_ => trail.Next(AuditEventType.ApprovalGranted, 0, "forged")),
        ];
    }
}
