namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A01", Kills = "AUD-04", Says = "LOST ENTRY",
    Seen = "https://github.com/serilog/serilog-sinks-periodicbatching/issues/32")]
internal sealed class DropsEveryThousandthEntry(IAuditSink inner) : AuditMutant(inner)
{
    int _emits;

    public override ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        Interlocked.Increment(ref _emits) % 1000 == 0 ? default : Inner.EmitAsync(entry, cancellationToken);
}
