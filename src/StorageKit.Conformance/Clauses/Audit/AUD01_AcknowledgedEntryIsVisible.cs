namespace StorageKit.Conformance.Clauses;

/// <summary>An acknowledged entry is visible in read-back.</summary>
[Clause(
    "AUD-01", "An acknowledged entry is visible in read-back.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD01_AcknowledgedEntryIsVisible : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        await context.ExpectLogAsync([], "from a new tenant's log").ConfigureAwait(false);
        var entries = AuditSamples.Chain(10);
        for (var i = 0; i < entries.Length; i++)
        {
            await store.EmitAsync(entries[i], context.CancellationToken).ConfigureAwait(false);
            await context.ExpectLogAsync(entries[..(i + 1)], $"right after emit {i + 1} was acknowledged")
                .ConfigureAwait(false);
        }
    }
}
