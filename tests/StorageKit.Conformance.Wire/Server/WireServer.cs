using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace StorageKit.Conformance.Wire;

/// <summary>A small server that keeps what it is told, in this process, over stops and starts.</summary>
public sealed class WireServer : IBackendControl, IBackendEndpoint, IOperationTimeout, IAsyncDisposable
{
    readonly WireData _data = new();
    readonly ConcurrentDictionary<Task, byte> _serving = new();
    CancellationTokenSource _stop = new();
    TcpListener? _listener;

    public WireServer() => Start();

    /// <inheritdoc/>
    public string Host => "127.0.0.1";

    /// <inheritdoc/>
    public int Port { get; private set; }

    /// <inheritdoc/>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string SectionAt(string host, int port) =>
        $"host = '{host}'\nport = {port}\ntimeout = '{(int)OperationTimeout.TotalMilliseconds}ms'";

    /// <summary>A driver's harness with this server.</summary>
    public DriverHarness Harness => new(SectionAt(Host, Port), this);

    /// <inheritdoc/>
    public ValueTask StartAsync(CancellationToken cancellationToken = default)
    {
        Start();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken cancellationToken = default)
    {
        _listener?.Dispose();
        await _stop.CancelAsync();
        await Task.WhenAll(_serving.Keys);
    }

    /// <inheritdoc/>
    public ValueTask KillAsync(CancellationToken cancellationToken = default) => StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _data.DisposeAsync();
    }

    void Start()
    {
        _stop = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener, _stop.Token);
    }

    async Task AcceptAsync(TcpListener listener, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop);
                var serving = ServeAsync(client, stop);
                _serving[serving] = 0;
                _ = serving.ContinueWith(ended => _serving.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return; // stopped
        }
    }

    async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        await Task.Yield();
        using var owned = client;
        client.NoDelay = true;
        try
        {
            var stream = client.GetStream();
            while (await WireFrame.ReadAsync(stream, stop) is { } request)
                await WireFrame.WriteAsync(stream, await _data.AnswerAsync(request), stop);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            return; // the client has gone, or the server is stopped
        }
    }
}
