namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A05", Kills = "AUD-14", Says = "FORK")]
internal sealed class ReadsTheTailOutsideTheLock : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(Sink), static section => section.Boolean("enforce_chain"));

    internal sealed class Sink(IAuditSink inner) : AuditMutant(inner)
    {
        public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            AuditEntry? last = null;
            await foreach (var record in this.ReadAllAsync(cancellationToken: cancellationToken))
            {
                if (record.Entry.EntryHash == entry.EntryHash) return;
                if (record.Entry.SessionId == entry.SessionId) last = record.Entry;
            }
            await Task.Yield();
            if (entry.PreviousHash != (last?.EntryHash ?? Hash256.Genesis))
                throw new StorageException(StorageErrorKind.Conflict, "the entry does not continue the chain");
            await Inner.EmitAsync(entry, cancellationToken);
        }
    }
}
