namespace StorageKit.Specimens.Tests.EntryHash;

/// <summary>A log that keeps of an entry what the reference has: its JSON, with its one hash.</summary>
internal sealed class HashedLog : IAuditSink, IAuditLog
{
    readonly List<string> _entries = [];

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_entries)
        {
            var json = entry.ToJson();
            if (!_entries.Contains(json)) _entries.Add(json);
        }
        return default;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_entries)
            return new(_entries.Skip((int)after).Take(limit).Select(Record).ToArray());

        // The only hash that there is.
        AuditRecord Record(string json, int index)
        {
            var entry = AuditEntry.FromJson(json);
            return new(after + (ulong)index + 1, entry, entry.EntryHash);
        }
    }
}
