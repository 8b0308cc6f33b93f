namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A23", Kills = "AUD-17", Says = "a tail cut off behind the driver's back is not detected")]
internal sealed class CutTailIsReadFromACache : IMutantDriver
{
    public DriverUnderTest Create()
    {
        var backend = new AuditBackend();
        return TamperableDriver.Create(backend, tenant => new Cached(backend, tenant));
    }

    // Never looks at the backend again for what it has written itself.
    sealed class Cached(AuditBackend backend, TenantId tenant) : ListedAuditLog(backend, tenant)
    {
        readonly List<AuditRecord> _cache = [];

        protected override void Store(List<AuditRecord> records, AuditEntry entry)
        {
            base.Store(records, entry);
            _cache.Add(records[^1]);
        }

        protected override IEnumerable<AuditRecord> Shown(List<AuditRecord> records) => _cache;
    }
}
