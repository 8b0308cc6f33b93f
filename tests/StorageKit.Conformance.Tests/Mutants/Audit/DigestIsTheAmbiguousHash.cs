namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A25", Kills = "AUD-28", Says = "with the stored digest")]
internal sealed class DigestIsTheAmbiguousHash(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) => record with { Digest = record.Entry.EntryHash };
}
