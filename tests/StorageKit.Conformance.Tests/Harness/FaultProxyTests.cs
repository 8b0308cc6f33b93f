using System.Net;
using System.Net.Sockets;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Tests.Harness;

/// <summary>The proxy between real sockets: an echo server on one side, a client on the other.</summary>
public sealed class FaultProxyTests : IAsyncLifetime
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);
    readonly EchoServer _server = new();
    FaultProxy _proxy = null!;

    public Task InitializeAsync()
    {
        _proxy = FaultProxy.Start("127.0.0.1", _server.Port);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync().AsTask().WaitAsync(s_limit);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_sent_comes_back_and_is_counted()
    {
        using var client = await ConnectAsync();
        Assert.Equal("hello", await client.AskAsync("hello"));
        Assert.Equal(5, _proxy.Forwarded(Direction.Requests));
        Assert.Equal(5, _proxy.Forwarded(Direction.Replies));
        Assert.Equal(1, _proxy.Accepted);
    }

    [Fact]
    public async Task Overheard_messages_are_cut_at_their_borders()
    {
        using var client = await ConnectAsync();
        var conversation = _proxy.Overhear();
        await client.AskAsync("first");
        await client.AskAsync("second");
        Assert.Equal(11, conversation.Length(Direction.Requests));
        Assert.Equal([0, 5, 10], conversation.Cuts(Direction.Requests, spread: 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_request_cut_after_some_bytes_reaches_the_backend_so_far_and_resets_its_client(int after)
    {
        using var client = await ConnectAsync();
        await client.AskAsync("warm");
        var gate = _proxy.CutAfter(Direction.Requests, after);
        await Assert.ThrowsAnyAsync<SocketException>(() => client.AskAsync("hello"));
        await gate.Reached.WaitAsync(s_limit);
        await _proxy.SettleAsync(CancellationToken.None).AsTask().WaitAsync(s_limit);
        Assert.Equal("warm" + "hello"[..after], _server.Heard);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_reply_cut_after_some_bytes_follows_a_request_that_was_heard(int after)
    {
        using var client = await ConnectAsync();
        _proxy.CutAfter(Direction.Replies, after);
        await Assert.ThrowsAnyAsync<SocketException>(() => client.AskAsync("hello"));
        Assert.Equal("hello", _server.Heard);
        Assert.Equal(after, _proxy.Forwarded(Direction.Replies));
    }

    [Fact]
    public async Task A_cut_happens_once()
    {
        _proxy.CutAfter(Direction.Requests, 0);
        using (var first = await ConnectAsync())
            await Assert.ThrowsAnyAsync<SocketException>(() => first.AskAsync("lost"));
        using var second = await ConnectAsync();
        Assert.Equal("hello", await second.AskAsync("hello"));
    }

    [Fact]
    public async Task What_is_held_back_goes_on_when_the_proxy_is_healed()
    {
        using var client = await ConnectAsync();
        var gate = _proxy.HoldAfter(Direction.Replies, 2);
        var asking = client.AskAsync("hello");
        await gate.Reached.WaitAsync(s_limit);
        Assert.Equal(2, _proxy.Forwarded(Direction.Replies));
        Assert.False(asking.IsCompleted);
        _proxy.Heal();
        Assert.Equal("hello", await asking);
    }

    [Fact]
    public async Task What_is_held_back_on_a_connection_that_is_reset_never_arrives()
    {
        using var client = await ConnectAsync();
        var gate = _proxy.HoldAfter(Direction.Requests, 0);
        var asking = client.AskAsync("hello");
        await gate.Reached.WaitAsync(s_limit);
        _proxy.ResetAll();
        _proxy.Heal();
        await Assert.ThrowsAnyAsync<SocketException>(() => asking);
        await _proxy.SettleAsync(CancellationToken.None).AsTask().WaitAsync(s_limit);
        Assert.Equal("", _server.Heard);
        Assert.Equal(0, _proxy.Open);
    }

    [Fact]
    public async Task A_silent_proxy_accepts_and_says_nothing()
    {
        _proxy.FallSilent();
        using var client = await ConnectAsync();
        var asking = client.AskAsync("hello");
        await Task.Delay(50);
        Assert.False(asking.IsCompleted);
        Assert.Equal("", _server.Heard);
        _proxy.Heal();
        Assert.Equal("hello", await asking);
    }

    [Fact]
    public async Task A_proxy_that_refuses_resets_what_is_open_and_takes_its_port_again()
    {
        using var client = await ConnectAsync();
        await client.AskAsync("hello");
        _proxy.Refuse();
        await Assert.ThrowsAnyAsync<SocketException>(() => client.AskAsync("hello"));
        var refused = await Assert.ThrowsAsync<SocketException>(ConnectAsync);
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        _proxy.Heal();
        using var again = await ConnectAsync();
        Assert.Equal("hello", await again.AskAsync("hello"));
    }

    [Fact]
    public async Task Slices_and_latency_change_the_time_and_not_the_bytes()
    {
        using var client = await ConnectAsync();
        _proxy.Conditions = new() { SliceBytes = 1, Latency = TimeSpan.FromMilliseconds(200) };
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal("hello", await client.AskAsync("hello"));
        // A timer may be some milliseconds early; without the latency it takes one.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, 150, 10_000);
    }

    [Fact]
    public async Task A_backend_that_ends_ends_the_client_after_its_last_words()
    {
        using var client = await ConnectAsync();
        await client.AskAsync("hello");
        await _server.DisposeAsync();
        Assert.True(await client.HearsTheEndAsync());
    }

    [Fact]
    public async Task A_proxy_without_a_backend_resets()
    {
        await _server.DisposeAsync();
        using var client = new EchoClient();
        // The reset may come as soon as the connection is made.
        var reset = await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            await client.ConnectAsync(_proxy.Port);
            await client.AskAsync("hello");
        });
        Assert.NotEqual(SocketError.ConnectionRefused, reset.SocketErrorCode);
    }

    [Fact]
    public async Task Disposing_ends_what_is_held_back_and_frees_the_port()
    {
        using var client = await ConnectAsync();
        var gate = _proxy.HoldAfter(Direction.Requests, 0);
        var asking = client.AskAsync("hello");
        await gate.Reached.WaitAsync(s_limit);
        await _proxy.DisposeAsync().AsTask().WaitAsync(s_limit);
        await Assert.ThrowsAnyAsync<SocketException>(() => asking);
        using var listener = new TcpListener(IPAddress.Loopback, _proxy.Port);
        listener.Start();
    }

    async Task<EchoClient> ConnectAsync()
    {
        var client = new EchoClient();
        await client.ConnectAsync(_proxy.Port);
        return client;
    }
}
