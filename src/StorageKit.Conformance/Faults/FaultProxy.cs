using System.Net;
using System.Net.Sockets;

namespace StorageKit.Conformance.Faults;

/// <summary>Stands between a driver and its backend, on this machine's loopback only, and breaks what goes through.
/// Thread-safe. Everything can be changed at run time and holds for open connections as well.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    const string Loopback = "127.0.0.1";
    readonly Lock _lock = new();
    readonly CancellationTokenSource _stop = new();
    readonly Gate?[] _gates = new Gate?[2];
    readonly long[] _bytes = new long[2];
    readonly HashSet<ProxiedConnection> _connections = [];
    readonly List<Task> _accepting = [];
    readonly Random _random;
    readonly string _host;
    readonly int _port;
    Socket _listener;
    volatile NetworkConditions _conditions = NetworkConditions.Good;
    volatile Conversation? _conversation;
    int _accepted;
    bool _listens;
    bool _isDisposed;

    FaultProxy(string host, int port, int seed)
    {
        (_host, _port, _random) = (host, port, new Random(seed));
        _listener = Bind(0);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Listen();
    }

    /// <summary>The address to give to the driver.</summary>
    internal static string Host => Loopback;

    /// <summary>The port to give to the driver.</summary>
    internal int Port { get; }

    /// <summary>Latency and slices.</summary>
    internal NetworkConditions Conditions
    {
        get => _conditions;
        set => _conditions = value;
    }

    /// <summary>Connections accepted so far.</summary>
    internal int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Connections that are not over on both sides.</summary>
    internal int Open
    {
        get
        {
            lock (_lock) return _connections.Count;
        }
    }

    /// <summary>Stands before a backend.</summary>
    /// <param name="host">Where the backend listens.</param>
    /// <param name="port">Its port.</param>
    /// <param name="seed">Where the jitter comes from.</param>
    internal static FaultProxy Start(string host, int port, int seed = 1) => new(host, port, seed);

    /// <summary>Bytes forwarded in this direction so far.</summary>
    internal long Forwarded(Direction direction) => Interlocked.Read(ref _bytes[(int)direction]);

    /// <summary>Notes from now on what goes through.</summary>
    internal Conversation Overhear() => _conversation = new Conversation();

    /// <summary>Resets the connection on which more than so many bytes come, counted from now over all connections;
    /// then all is well again. What was forwarded before does reach its end.</summary>
    internal Gate CutAfter(Direction direction, long bytes) => Set(direction, new Gate(bytes, cuts: true));

    /// <summary>Says nothing more in this direction after so many bytes, counted from now over all connections, old and
    /// new ones, until <see cref="Heal"/>; then what was held back goes on.</summary>
    internal Gate HoldAfter(Direction direction, long bytes) => Set(direction, new Gate(bytes, cuts: false));

    /// <summary>Takes back <see cref="CutAfter"/> where it has not cut yet.</summary>
    internal void CutNothing()
    {
        foreach (var direction in Enum.GetValues<Direction>()) Set(direction, null);
    }

    /// <summary>Accepts, and says nothing in either direction, until <see cref="Heal"/>.</summary>
    internal void FallSilent()
    {
        HoldAfter(Direction.Requests, 0);
        HoldAfter(Direction.Replies, 0);
    }

    /// <summary>Resets the open connections. What was held back on them is lost.</summary>
    internal void ResetAll() => Reset(OpenNow());

    /// <summary>The connections that are open now.</summary>
    internal IReadOnlyCollection<ProxiedConnection> OpenNow()
    {
        lock (_lock) return [.. _connections];
    }

    /// <summary>Resets some connections.</summary>
    internal static void Reset(IEnumerable<ProxiedConnection> connections)
    {
        foreach (var connection in connections) connection.Cut();
    }

    /// <summary>Listens no more: open connections are reset, new ones refused, until <see cref="Heal"/>.</summary>
    internal void Refuse()
    {
        lock (_lock)
        {
            _listens = false;
            _listener.Dispose();
            _listener = Bind(Port); // Bound and not listening: refused, and nobody else gets the port.
        }
        ResetAll();
    }

    /// <summary>Ends every fault and accepts again.</summary>
    internal void Heal()
    {
        _conditions = NetworkConditions.Good;
        CutNothing();
        Listen();
    }

    /// <summary>Waits until the backend has done all that reached it over connections which are cut or closed.
    /// </summary>
    internal async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        Task[] ending;
        lock (_lock) ending = [.. _connections.Where(connection => connection.IsEnding).Select(c => c.Ended)];
        await Task.WhenAll(ending).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Resets everything and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        Heal();
        Task[] running;
        lock (_lock)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            _listens = false;
            _stop.Cancel();
            _listener.Dispose();
            running = [.. _accepting, .. _connections.Select(connection => connection.Ended)];
        }
        ResetAll();
        await Task.WhenAll(running).ConfigureAwait(false);
        _stop.Dispose();
    }

    internal Gate? GateOf(Direction direction) => Volatile.Read(ref _gates[(int)direction]);

    internal void Heard(Direction direction, int bytes) => _conversation?.Add(direction, bytes);

    internal void Count(Direction direction, int bytes) => Interlocked.Add(ref _bytes[(int)direction], bytes);

    internal TimeSpan NextDelay(Direction direction)
    {
        var conditions = _conditions;
        if (direction == Direction.Requests || conditions == NetworkConditions.Good) return TimeSpan.Zero;
        lock (_random) return conditions.Latency + (conditions.Jitter * _random.NextDouble());
    }

    internal void Forget(ProxiedConnection connection)
    {
        lock (_lock) _connections.Remove(connection);
    }

    Gate Set(Direction direction, Gate? gate)
    {
        Interlocked.Exchange(ref _gates[(int)direction], gate)?.Open();
        return gate!;
    }

    static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    void Listen()
    {
        lock (_lock)
        {
            if (_listens || _isDisposed) return;
            _listens = true;
            _listener.Listen(128);
            _accepting.Add(AcceptAsync(_listener));
        }
    }

    async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return; // listens no more
            }
            Interlocked.Increment(ref _accepted);
            var connection = new ProxiedConnection(this, client);
            lock (_lock)
            {
                _connections.Add(connection);
                connection.Start(_host, _port, _stop.Token);
            }
            if (!_listens) connection.Cut();
        }
    }
}
