namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A09", Kills = "AUD-11", Says = "HOLE", Seen = "https://github.com/commanded/eventstore/issues/3")]
internal sealed class SerialNumbersBecomeVisibleOutOfOrder(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    long _number;

    // The number is given when the transaction begins; what commits later becomes visible later.
    public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        var number = Interlocked.Increment(ref _number);
        if (number % 3 == 0) await Task.Yield();
        lock (Records) Records.Add(new((ulong)number, entry, entry.Digest));
    }

    protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) =>
        records.OrderBy(record => record.Position);
}
