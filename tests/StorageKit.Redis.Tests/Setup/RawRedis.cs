using System.Text;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>Commands to a server past the driver's stores.</summary>
internal sealed class RawRedis(PrivateRedis server) : IAsyncDisposable
{
    readonly RedisConnection _connection = new(TestServer.OptionsOf(server));

    internal async Task<RedisReply> AskAsync(params string[] words)
    {
        var reply = await _connection.SendAsync(
            Array.ConvertAll(words, word => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(word)));
        Assert.True(
            reply.Kind != RedisReplyKind.Error, $"{words[0]}: {Encoding.UTF8.GetString(reply.Text.Span)}");
        return reply;
    }

    internal async Task<string> TextAsync(params string[] words) =>
        Encoding.UTF8.GetString((await AskAsync(words)).Text.Span);

    internal async Task<string[]> KeysAsync()
    {
        var reply = await AskAsync("KEYS", "*");
        return [.. reply.Items.Select(key => Encoding.UTF8.GetString(key.Text.Span))];
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
