namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-18-C", Kills = "GEN-18", Says = "after the caller changed the page that he had read")]
internal sealed class HandsOutItsOwnLog : IAuditSink, IAuditLog
{
    readonly List<AuditRecord> _records = [];

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        _records.Add(new((ulong)_records.Count + 1, entry, entry.Digest));
        return default;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default) => new(_records);
}
