using System.Net.Sockets;

namespace StorageKit.Conformance.Faults;

/// <summary>One connection of a driver, through the proxy to the backend. Thread-safe.</summary>
internal sealed class ProxiedConnection(FaultProxy proxy, Socket client)
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    int _isEnding;

    /// <summary>Ends when both sides are closed.</summary>
    internal Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the driver's side is closed, or about to be.</summary>
    internal bool IsEnding => Volatile.Read(ref _isEnding) != 0;

    internal void Start(string host, int port, CancellationToken stop) =>
        Ended = Task.Run(() => RunAsync(host, port, stop), CancellationToken.None);

    /// <summary>Resets the driver's side. The backend gets what was forwarded, and then the end.</summary>
    internal void Cut()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) != 0) return;
        client.Close(0); // with no time to linger: a reset
        _cut.TrySetResult();
    }

    // Not closed yet: closing a socket that is being read from would reset it.
    void End()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 0) client.Shutdown(SocketShutdown.Send);
    }

    async Task RunAsync(string host, int port, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            client.NoDelay = true;
            using (var connecting = CancellationTokenSource.CreateLinkedTokenSource(over.Token))
            {
                connecting.CancelAfter(s_patience);
                await _server.ConnectAsync(host, port, connecting.Token).ConfigureAwait(false);
            }
            var requests = PumpAsync(Direction.Requests, client, _server, over.Token);
            var replies = PumpAsync(Direction.Replies, _server, client, over.Token);
            await Task.WhenAny(requests, replies, _cut.Task).ConfigureAwait(false);
            if (replies.IsCompleted) End(); // The backend's last words are still to be read.
            else Cut();
            await over.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(requests, replies).ConfigureAwait(false);
            client.Dispose();
            await DrainAsync(stop).ConfigureAwait(false);
        }
        catch (Exception e) when (IsEnd(e))
        {
            Cut(); // The backend is not there: nor are we.
        }
        finally
        {
            client.Dispose();
            _server.Dispose();
            proxy.Forget(this);
        }
    }

    async Task PumpAsync(Direction direction, Socket from, Socket to, CancellationToken over)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, over).ConfigureAwait(false) is var count && count > 0)
            {
                proxy.Heard(direction, count);
                if (proxy.NextDelay(direction) is var delay && delay > TimeSpan.Zero)
                    await Task.Delay(delay, over).ConfigureAwait(false);
                if (!await ForwardAsync(direction, to, buffer.AsMemory(0, count), over).ConfigureAwait(false)) return;
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            return; // This side is over; RunAsync ends the other.
        }
    }

    async ValueTask<bool> ForwardAsync(
        Direction direction, Socket to, ReadOnlyMemory<byte> bytes, CancellationToken over)
    {
        while (!bytes.IsEmpty)
        {
            if (IsEnding) return false; // What was held back here is lost.
            var gate = proxy.GateOf(direction);
            var count = gate?.Take(bytes.Length) ?? bytes.Length;
            await SendAsync(direction, to, bytes[..count], over).ConfigureAwait(false);
            bytes = bytes[count..];
            if (bytes.IsEmpty || gate is null) continue;
            var cut = gate.Reach();
            if (cut) Cut();
            gate.TellReached();
            if (cut) return false;
            await gate.Opened.WaitAsync(over).ConfigureAwait(false);
        }
        return true;
    }

    async ValueTask SendAsync(Direction direction, Socket to, ReadOnlyMemory<byte> bytes, CancellationToken over)
    {
        var slice = proxy.Conditions.SliceBytes;
        while (!bytes.IsEmpty)
        {
            var count = slice > 0 ? Math.Min(slice, bytes.Length) : bytes.Length;
            await to.SendAsync(bytes[..count], over).ConfigureAwait(false);
            proxy.Count(direction, count);
            bytes = bytes[count..];
        }
    }

    // Says the end to the backend and hears it out: then it has done what it was told.
    async ValueTask DrainAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        _server.Shutdown(SocketShutdown.Send);
        var rest = new byte[1024];
        while (await _server.ReceiveAsync(rest, patience.Token).ConfigureAwait(false) > 0)
        {
        }
    }

    static bool IsEnd(Exception e) => e is SocketException or ObjectDisposedException or OperationCanceledException;
}
