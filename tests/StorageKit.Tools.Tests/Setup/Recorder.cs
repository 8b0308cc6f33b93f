namespace StorageKit.Tools.Tests;

/// <summary>An audit sink that keeps what it is given, or fails when a test says so.</summary>
internal sealed class Recorder : IAuditSink
{
    readonly List<AuditEntry> _entries = [];

    internal SinkFault Fails { get; set; }

    internal IReadOnlyList<AuditEntry> Entries
    {
        get
        {
            lock (_entries) return [.. _entries];
        }
    }

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        lock (_entries)
            if (Fails != SinkFault.StoresNothing && !_entries.Contains(entry))
                _entries.Add(entry);
        return Fails == SinkFault.None
            ? default
            : throw new StorageException(StorageErrorKind.Backend, "the disk is away");
    }
}

/// <summary>How a sink fails.</summary>
public enum SinkFault
{
    None,
    StoresNothing,
    LosesTheAnswer,
}
