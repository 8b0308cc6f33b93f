using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StorageKit.Conformance.Tests.Harness;

/// <summary>Says something and reads as much back, in at most 10 s.</summary>
internal sealed class EchoClient : IDisposable
{
    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    internal async Task ConnectAsync(int port) => await _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>What came back; less when the other side ended before.</summary>
    internal async Task<string> AskAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _socket.SendAsync(Encoding.ASCII.GetBytes(text), patience.Token);
        var reply = new byte[text.Length];
        var length = 0;
        while (length < reply.Length)
        {
            var count = await _socket.ReceiveAsync(reply.AsMemory(length), patience.Token);
            if (count == 0) break;
            length += count;
        }
        return Encoding.ASCII.GetString(reply, 0, length);
    }

    /// <summary>Whether the other side ends in good order.</summary>
    internal async Task<bool> HearsTheEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _socket.ReceiveAsync(new byte[1], patience.Token) == 0;
    }

    public void Dispose() => _socket.Dispose();
}
