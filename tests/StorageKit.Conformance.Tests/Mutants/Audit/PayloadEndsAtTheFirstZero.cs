namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A65", Kills = "AUD-26", Says = "payload 3 of the short texts")]
internal sealed class PayloadEndsAtTheFirstZero(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) =>
        Change(record, payload: record.Entry.Payload.Split('\0')[0]);
}
