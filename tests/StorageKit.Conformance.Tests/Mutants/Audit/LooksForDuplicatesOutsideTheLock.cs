namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A57", Kills = "AUD-08", Says = "callers emitted the same entry at once")]
internal sealed class LooksForDuplicatesOutsideTheLock(AuditBackend backend, TenantId tenant)
    : ListedAuditLog(backend, tenant)
{
    public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        await foreach (var record in this.ReadAllAsync(cancellationToken: cancellationToken))
            if (record.Entry.EntryHash == entry.EntryHash)
                return;
        await Task.Delay(1, cancellationToken);
        await base.EmitAsync(entry, cancellationToken);
    }

    protected override bool IsSame(AuditEntry stored, AuditEntry entry) => false;
}
