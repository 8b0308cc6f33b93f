namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A51", Kills = "AUD-02", Says = "differs from what was emitted in its team id")]
internal sealed class EmptyTextReadAsNull(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) => record.Entry.Lineage.TeamId is ""
        ? Change(record, lineage: record.Entry.Lineage with { TeamId = null })
        : record;
}
