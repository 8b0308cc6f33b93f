namespace StorageKit.Tools.Tests;

/// <summary>An audit sink that keeps what it is given, or fails when a test says so.</summary>
internal sealed class Recorder : IAuditSink
{
    readonly List<AuditEntry> _entries = [];

    internal bool Fails { get; set; }

    internal IReadOnlyList<AuditEntry> Entries
    {
        get
        {
            lock (_entries) return [.. _entries];
        }
    }

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        if (Fails) throw new StorageException(StorageErrorKind.Backend, "the disk is full");
        lock (_entries) _entries.Add(entry);
        return default;
    }
}
