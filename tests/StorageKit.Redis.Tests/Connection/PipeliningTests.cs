using System.Globalization;
using System.Text;

namespace StorageKit.Redis.Tests.Connection;

public sealed class PipeliningTests
{
    [Fact]
    public async Task Every_caller_is_given_his_own_reply_while_others_cancel()
    {
        var answered = 0;
        await using var server = new FakeServer(async (words, stream) =>
        {
            if (++answered % 20 == 0) await Task.Delay(1);
            await FakeServer.WriteAsync(stream, $"${words[1].Length}\r\n{words[1]}\r\n");
        });
        await using var connection = new RedisConnection(server.Options);
        var cancelled = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                var value = $"{caller}/{i}";
                using var cancel = new CancellationTokenSource();
                if (i % 3 == 0) cancel.CancelAfter(TimeSpan.FromMicroseconds(100 * (i % 7)));
                try
                {
                    Assert.Equal(value, Text(await connection.SendAsync(Echo(value), cancel.Token)));
                }
                catch (OperationCanceledException e)
                {
                    Assert.Equal(cancel.Token, e.CancellationToken);
                    Interlocked.Increment(ref cancelled);
                }
            }
        })));
        Assert.NotEqual(0, cancelled);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        var commands = 0;
        await using var server = new FakeServer((_, stream) =>
        {
            Interlocked.Increment(ref commands);
            return FakeServer.WriteAsync(stream, "+PONG\r\n");
        });
        await using var connection = new RedisConnection(server.Options);
        var cancelled = new CancellationToken(canceled: true);
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await connection.SendAsync(Echo("x"), cancelled));
        Assert.Equal(cancelled, thrown.CancellationToken);
        Assert.Equal(0, server.Connections);
        await connection.SendAsync(Echo("x"));
        Assert.Equal(1, commands);
    }

    [Fact]
    public async Task Callers_who_come_while_another_connects_share_his_connection()
    {
        await using var server = new FakeServer((words, stream) => FakeServer.WriteAsync(stream, $"+{words[1]}\r\n"));
        await using var connection = new RedisConnection(server.Options);
        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            i => connection.SendAsync(Echo(i.ToString(CultureInfo.InvariantCulture))).AsTask()));
        Assert.Equal(Enumerable.Range(0, 32).Select(i => $"{i}"), replies.Select(Text));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Disposing_ends_calls_in_flight_and_refuses_later_ones()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeServer((_, _) =>
        {
            received.TrySetResult();
            return Task.CompletedTask;
        });
        var connection = new RedisConnection(server.Options);
        var inFlight = connection.SendAsync(Echo("x")).AsTask();
        await received.Task;
        await connection.DisposeAsync();
        await connection.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => inFlight);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await connection.SendAsync(Echo("x")));
    }

    static ReadOnlyMemory<byte>[] Echo(string value) => ["ECHO"u8.ToArray(), Encoding.UTF8.GetBytes(value)];

    static string Text(RedisReply reply) => Encoding.UTF8.GetString(reply.Text.Span);
}
