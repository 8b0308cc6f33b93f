using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N55", Kills = "GEN-10", Says = "the call succeeded, so 1 entries is expected, but stored is 0 entries")]
internal sealed class LostRequestIsAcknowledged : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IAuditSink>((inner, _, _) => new Sink(inner));

    // As a driver does that hands the entry to its connection and does not look at the answer.
    sealed class Sink(IAuditSink inner) : IAuditSink, IAuditLog
    {
        public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            try
            {
                await inner.EmitAsync(entry, cancellationToken);
            }
            catch (StorageException e) when (e.IsTransient)
            {
                return;
            }
        }

        public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
            ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
            ((IAuditLog)inner).ReadAsync(after, limit, cancellationToken);
    }
}
