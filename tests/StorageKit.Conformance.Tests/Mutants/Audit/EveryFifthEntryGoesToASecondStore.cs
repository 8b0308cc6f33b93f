namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-Z01", Kills = "AUD-01", Says = "entries read back right after emit")]
internal sealed class EveryFifthEntryGoesToASecondStore(IAuditSink inner) : AuditMutant(inner)
{
    int _emits;

    public override ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        Interlocked.Increment(ref _emits) % 5 == 0 ? default : Inner.EmitAsync(entry, cancellationToken);
}
