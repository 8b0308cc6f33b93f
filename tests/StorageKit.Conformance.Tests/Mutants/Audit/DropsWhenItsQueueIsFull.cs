namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-W07", Kills = "AUD-23", Says = "DROPPED")]
internal sealed class DropsWhenItsQueueIsFull(SlowQueue queue) : IAuditSink, IAuditLog
{
    const int Capacity = 1000;

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        if (queue.Waiting < Capacity) queue.Add(entry);
        return default;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) =>
        new([.. queue.All.Skip((int)after).Take(limit)
            .Select((entry, i) => new AuditRecord(after + (ulong)i + 1, entry, entry.Digest))]);
}
