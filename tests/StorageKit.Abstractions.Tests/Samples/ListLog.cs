namespace StorageKit.Tests;

/// <summary>A log that is a list.</summary>
internal sealed class ListLog(IEnumerable<AuditEntry> entries) : IAuditLog
{
    internal List<AuditRecord> Records { get; } =
        [.. entries.Select((e, i) => new AuditRecord((ulong)i + 1, e, e.Digest))];

    internal int Reads { get; private set; }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reads++;
        return new([.. Records.SkipWhile(record => record.Position <= after).Take(limit)]);
    }
}
