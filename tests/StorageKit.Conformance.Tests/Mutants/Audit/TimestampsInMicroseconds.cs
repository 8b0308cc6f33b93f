namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A55", Kills = "AUD-07", Says = "timestamp of entry")]
internal sealed class TimestampsInMicroseconds(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) =>
        Change(record, timestampNs: record.Entry.TimestampNs / 1000 * 1000);
}
