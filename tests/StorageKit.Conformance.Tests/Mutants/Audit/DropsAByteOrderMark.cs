namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A reader that takes the payload's first character for a byte order mark.</summary>
[Mutant("M-AUD-26-BOM", Kills = "AUD-26", Says = "payload \"\\ufeff{")]
internal sealed class DropsAByteOrderMark(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) => record.Entry.Payload.StartsWith('\ufeff')
        ? Change(record, payload: record.Entry.Payload[1..])
        : record;
}
