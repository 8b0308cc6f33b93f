namespace StorageKit.Conformance.Histories;

/// <summary>Calls of an audit sink, recorded as those of one log. An entry's id is the beginning of its hash.</summary>
internal static class RecordedAudit
{
    const string Log = "audit";

    internal static ValueTask<Operation> EmitAsync(
        this RecordingCaller caller, IAuditSink sink, AuditEntry entry, CancellationToken cancellationToken) =>
        caller.RecordAsync(OperationKind.Emit, Log, IdOf(entry), () => sink.EmitAsync(entry, cancellationToken));

    internal static ValueTask<Operation> ReadLogAsync(
        this RecordingCaller caller, ClauseContext context, TenantStores tenant)
    {
        return caller.RecordAsync(OperationKind.ReadLog, Log, OperationValue.None, Call);

        async ValueTask<OperationValue> Call()
        {
            var entries = await context.ReadAuditAsync(tenant).ConfigureAwait(false);
            return OperationValue.Of(entries.Select(IdOf));
        }
    }

    static OperationValue IdOf(AuditEntry entry) => entry.EntryHash.ToString()[..16];
}
