namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A61", Kills = "AUD-13", Says = "a session of")]
internal sealed class PreviousHashIsNotStored(IAuditSink inner) : AuditMutant(inner)
{
    protected override AuditRecord Show(AuditRecord record) => Change(record, previousHash: Hash256.Genesis);
}
