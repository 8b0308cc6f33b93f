namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-W06", Kills = "AUD-23", Says = "MEMORY GROWS")]
internal sealed class QueuesWithoutBound(SlowQueue queue) : IAuditSink, IAuditLog
{
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        queue.Add(entry);
        return default;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
        new([.. queue.All.Skip((int)after).Take(limit)
            .Select((entry, i) => new AuditRecord(after + (ulong)i + 1, entry, entry.Digest))]);
}
