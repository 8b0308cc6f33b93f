using System.Net.Sockets;

namespace StorageKit.Conformance.Wire;

/// <summary>One connection: a request, then its reply. After anything else it is spoilt.</summary>
public sealed class WireConnection : IDisposable
{
    readonly TcpClient _client = new() { NoDelay = true };

    /// <summary>Whether it can be used: nothing was said on it that nobody asked for, not even its end.</summary>
    public bool IsQuiet => !_client.Client.Poll(0, SelectMode.SelectRead);

    public static async ValueTask<WireConnection> OpenAsync(WireOptions options, CancellationToken cancellationToken)
    {
        var connection = new WireConnection();
        try
        {
            await connection._client.ConnectAsync(options.Host, options.Port, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async ValueTask<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        var stream = _client.GetStream();
        await WireFrame.WriteAsync(stream, request, cancellationToken);
        return await WireFrame.ReadAsync(stream, cancellationToken) ?? throw new EndOfStreamException("no reply");
    }

    public void Dispose() => _client.Dispose();
}
