namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>The reference's publisher over its buffer: a new entry goes straight to the sink, though older ones may
/// wait; what the sink does not take is buffered, and acknowledged.</summary>
internal sealed class BufferedSink(IAuditSink sink, string path, long cap) : IAuditSink, IDisposable
{
    readonly BufferTable _buffer = new(path, cap);

    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await sink.EmitAsync(entry, cancellationToken);
        }
        catch (StorageException)
        {
            _buffer.Enqueue(entry);
        }
        await DrainAsync();
    }

    /// <summary>Oldest first: emit, then delete. Stops at the first that the sink does not take.</summary>
    async Task DrainAsync()
    {
        while (_buffer.Oldest() is var (id, entry))
        {
            try
            {
                await sink.EmitAsync(entry);
            }
            catch (StorageException)
            {
                return;
            }
            _buffer.Remove(id);
        }
    }

    public void Dispose() => _buffer.Dispose();
}
