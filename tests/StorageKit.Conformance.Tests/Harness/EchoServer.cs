using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StorageKit.Conformance.Tests.Harness;

/// <summary>Sends back what it hears.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly StringBuilder _heard = new();
    readonly Task _accepting;

    internal EchoServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal string Heard
    {
        get
        {
            lock (_heard) return _heard.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
    }

    async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true) serving.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    async Task ServeAsync(Socket client)
    {
        using var owned = client;
        var buffer = new byte[1024];
        try
        {
            while (await client.ReceiveAsync(buffer, _stop.Token) is var count and > 0)
            {
                lock (_heard) _heard.Append(Encoding.ASCII.GetString(buffer, 0, count));
                await client.SendAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            return; // stopped, or the client has gone
        }
    }
}
