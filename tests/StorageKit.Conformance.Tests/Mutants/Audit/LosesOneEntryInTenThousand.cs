namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A69", Kills = "AUD-04", Says = "LOST ENTRY")]
internal sealed class LosesOneEntryInTenThousand(IAuditSink inner) : AuditMutant(inner)
{
    public override ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        Random.Shared.Next(10_000) == 0 ? default : Inner.EmitAsync(entry, cancellationToken);
}
