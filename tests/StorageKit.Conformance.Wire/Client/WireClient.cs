using System.Collections.Concurrent;
using System.Net.Sockets;

namespace StorageKit.Conformance.Wire;

/// <summary>The connections of a section. A connection whose call was cancelled or failed is never used again. No call is
/// sent twice: the server does not know one that it has done already.</summary>
[StorageResource]
public class WireClient(WireOptions options) : IDisposable
{
    const int MaxConnections = 16;
    readonly ConcurrentBag<WireConnection> _idle = [];
    readonly SemaphoreSlim _turns = new(MaxConnections);
    readonly CancellationTokenSource _closing = new();

    public WireOptions Options => options;

    /// <summary>Sends a request and waits for its reply.</summary>
    public virtual async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        limit.CancelAfter(options.Timeout);
        try
        {
            await _turns.WaitAsync(limit.Token);
            try
            {
                return Result(await AskAsync(request, limit.Token));
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            cancellationToken.ThrowIfCancellationRequested();
            throw new StorageException(StorageErrorKind.Timeout, $"no reply from the server in {options.Timeout}");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new StorageException(
                StorageErrorKind.Backend, $"{options.Host}:{options.Port} cannot be reached", isTransient: true, e);
        }
    }

    /// <summary>A connection to use.</summary>
    protected virtual async ValueTask<WireConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsQuiet) return idle;
            idle.Dispose();
        }
        return await WireConnection.OpenAsync(options, cancellationToken);
    }

    /// <summary>What becomes of a connection whose call did not end well.</summary>
    protected virtual void GiveUp(WireConnection connection) => connection.Dispose();

    /// <summary>Keeps a connection for the next call.</summary>
    protected void Keep(WireConnection connection)
    {
        _idle.Add(connection);
        if (_closing.IsCancellationRequested) CloseIdle();
    }

    public void Dispose()
    {
        _closing.Cancel();
        CloseIdle();
        GC.SuppressFinalize(this);
    }

    async ValueTask<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        try
        {
            var reply = await connection.AskAsync(request, cancellationToken);
            Keep(connection);
            return reply;
        }
        catch
        {
            GiveUp(connection);
            throw;
        }
    }

    static BinaryReader Result(byte[] reply)
    {
        var reader = new BinaryReader(new MemoryStream(reply));
        return reader.ReadByte() == 0
            ? reader
            : throw new StorageException((StorageErrorKind)reader.ReadByte(), "the server refused");
    }

    void CloseIdle()
    {
        while (_idle.TryTake(out var idle)) idle.Dispose();
    }
}
