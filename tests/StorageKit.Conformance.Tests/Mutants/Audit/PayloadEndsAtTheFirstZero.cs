namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A65", Kills = "AUD-26", Says = "payload \"\\u0000\": expected 1 bytes, got 0")]
internal sealed class PayloadEndsAtTheFirstZero(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) =>
        Change(record, payload: record.Entry.Payload.Split('\0')[0]);
}
