namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>The sink behind a buffer: keeps what it takes.</summary>
/// <param name="entries">Where it keeps it.</param>
/// <param name="takes">Whether it takes an entry, given how often it was asked before.</param>
internal sealed class RemoteSink(List<AuditEntry> entries, Func<AuditEntry, int, bool> takes) : IAuditSink
{
    int _calls;

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        lock (entries)
        {
            if (!takes(entry, _calls++)) throw new StorageException(StorageErrorKind.Backend, "the sink is away");
            entries.Add(entry);
            return default;
        }
    }
}
