using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StorageKit.Redis.Tests;

/// <summary>Listens as a redis would and answers what a test says; greets whoever logs in.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly Func<string[], Stream, Task> _answer;
    readonly Task _accepting;
    int _connections;

    /// <param name="answer">Answers one command after another of each connection.</param>
    internal FakeServer(Func<string[], Stream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal RedisOptions Options => new()
    {
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        OperationTimeout = TimeSpan.FromSeconds(20),
    };

    internal int Connections => Volatile.Read(ref _connections);

    internal static Task WriteAsync(Stream stream, string reply) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(reply)).AsTask();

    async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        {
            var stream = client.GetStream();
            var reader = new RespReader(stream);
            try
            {
                while (true)
                {
                    var command = await reader.ReadAsync(CancellationToken.None);
                    string[] words = [.. command.Items.Select(word => Encoding.UTF8.GetString(word.Text.Span))];
                    if (words[0] is "CLIENT" or "AUTH" or "SELECT") await WriteAsync(stream, "+OK\r\n");
                    else await _answer(words, stream);
                }
            }
            catch (IOException)
            {
                // The driver has hung up, or the test has.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }
}
