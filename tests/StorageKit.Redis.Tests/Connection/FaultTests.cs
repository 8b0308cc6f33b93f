using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StorageKit.Redis.Tests.Connection;

public sealed class FaultTests
{
    static readonly ReadOnlyMemory<byte>[] Ping = ["PING"u8.ToArray()];

    [Fact]
    public async Task A_connection_that_is_lost_fails_what_is_in_flight_and_the_next_call_opens_another()
    {
        var commands = 0;
        await using var server = new FakeServer((_, stream) => Interlocked.Increment(ref commands) == 1
            ? throw new IOException("hung up")
            : FakeServer.WriteAsync(stream, "+PONG\r\n"));
        await using var connection = new RedisConnection(server.Options);
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await connection.SendAsync(Ping));
        Assert.Equal((StorageErrorKind.Backend, true), (failure.Kind, failure.IsTransient));
        Assert.Equal(1, commands);
        Assert.Equal(RedisReplyKind.Text, (await connection.SendAsync(Ping)).Kind);
        Assert.Equal((2, 2), (commands, server.Connections));
    }

    [Fact]
    public async Task A_silent_server_is_a_timeout_for_all_in_flight_and_the_connection_is_replaced()
    {
        var isSilent = true;
        await using var server = new FakeServer((_, stream) =>
            isSilent ? Task.CompletedTask : FakeServer.WriteAsync(stream, "+PONG\r\n"));
        await using var connection = new RedisConnection(
            server.Options with { OperationTimeout = TimeSpan.FromMilliseconds(400) });
        var watch = Stopwatch.StartNew();
        var calls = Enumerable.Range(0, 8).Select(_ => connection.SendAsync(Ping).AsTask()).ToArray();
        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<StorageException>(() => call);
            Assert.Equal((StorageErrorKind.Timeout, true), (failure.Kind, failure.IsTransient));
        }
        Assert.InRange(watch.ElapsedMilliseconds, 390, 5_000);
        isSilent = false;
        await connection.SendAsync(Ping);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("+PONG\r\n+nobody asked\r\n")]
    public async Task What_does_not_speak_the_protocol_is_found_out(string answer)
    {
        await using var server = new FakeServer((_, stream) => FakeServer.WriteAsync(stream, answer));
        await using var connection = new RedisConnection(server.Options);
        var failure = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            while (true)
            {
                await connection.SendAsync(Ping);
                await connection.SendAsync(["HANG"u8.ToArray()]);
            }
        });
        Assert.Equal(StorageErrorKind.Backend, failure.Kind);
    }

    [Fact]
    public async Task Nobody_listening_is_transient_and_names_the_address()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var connection = new RedisConnection(new RedisOptions { Port = port });
        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<StorageException>(async () => await connection.SendAsync(Ping));
            Assert.Equal((StorageErrorKind.Backend, true), (failure.Kind, failure.IsTransient));
            Assert.Contains($"127.0.0.1:{port}", failure.Message);
        }
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_given_up_after_connect_timeout()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var connection = new RedisConnection(new RedisOptions
        {
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            ConnectTimeout = TimeSpan.FromMilliseconds(300),
        });
        var watch = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await connection.SendAsync(Ping));
        Assert.Equal(StorageErrorKind.Timeout, failure.Kind);
        Assert.Contains("connect_timeout", failure.Message);
        Assert.InRange(watch.ElapsedMilliseconds, 290, 5_000);
        listener.Stop();
    }

    [Theory]
    [InlineData("NOAUTH x", StorageErrorKind.Unauthorized, false)]
    [InlineData("NOPERM x", StorageErrorKind.Unauthorized, false)]
    [InlineData("WRONGTYPE x", StorageErrorKind.Serialization, false)]
    [InlineData("LOADING x", StorageErrorKind.Backend, true)]
    [InlineData("OOM x", StorageErrorKind.Backend, true)]
    [InlineData("MOVED 1 x", StorageErrorKind.Backend, false)]
    [InlineData("ERR unknown command 'the-key'", StorageErrorKind.Backend, false)]
    public async Task An_error_of_the_server_has_its_kind_and_quotes_nothing(
        string error, StorageErrorKind kind, bool isTransient)
    {
        await using var server = new FakeServer((_, stream) => FakeServer.WriteAsync(stream, $"-{error}\r\n"));
        var over = RedisServer.Over(new RedisConnection(server.Options));
        await using (over)
        {
            var failure = await Assert.ThrowsAsync<StorageException>(
                async () => await new RedisRateLimitCounter(over, default).CurrentAsync("the-key"));
            Assert.Equal((kind, isTransient), (failure.Kind, failure.IsTransient));
            Assert.DoesNotContain("the-key", failure.ToString());
        }
    }
}
