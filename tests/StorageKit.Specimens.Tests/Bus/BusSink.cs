using System.Threading.Channels;

namespace StorageKit.Specimens.Tests.Bus;

/// <summary>Publishes and returns. A subscriber writes what arrives to a file; what it is too slow for, the bus drops,
/// as NATS does with a slow consumer.</summary>
internal sealed class BusSink : IAuditSink, IAsyncDisposable
{
    static readonly TimeSpan s_delivery = TimeSpan.FromMilliseconds(2);

    readonly Channel<AuditEntry> _bus;
    readonly Task _subscriber;

    /// <param name="file">Where the subscriber writes to.</param>
    /// <param name="pending">How many messages the bus holds for it.</param>
    internal BusSink(string file, int pending)
    {
        _bus = Channel.CreateBounded<AuditEntry>(
            new BoundedChannelOptions(pending) { FullMode = BoundedChannelFullMode.DropOldest });
        _subscriber = DeliverAsync(file);
    }

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        // Nobody waits for an answer: there is none.
        _bus.Writer.TryWrite(entry);
        return default;
    }

    async Task DeliverAsync(string file)
    {
        await foreach (var entry in _bus.Reader.ReadAllAsync())
        {
            await Task.Delay(s_delivery);
            await File.AppendAllLinesAsync(file, [entry.ToJson()]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _bus.Writer.TryComplete();
        await _subscriber;
    }
}
