using System.Text;

namespace StorageKit.Mcp.Tests;

/// <summary>Messages that are longer than a server takes, and how their senders hear of it.</summary>
public sealed class LimitedLinesTests
{
    const int Limit = 100;

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"x","params":{"id":8,"a":["LONG"]}}""", "7")]
    [InlineData("""{"method":"x","params":{"id":8,"a":["LONG",{"id":9}]},"id":7}""", "7")]
    [InlineData("""{"method":"x","params":{"a":"\"id\":5,{[LONG"},"id":"text \" id"}""", "\"text \\\" id\"")]
    [InlineData("""{ "id" : -12.5 , "params" : "LONG" }""", "-12.5")]
    public async Task The_sender_of_a_long_message_is_answered_by_its_id(string message, string id)
    {
        foreach (var chunk in new[] { 1, 3, 64, 5000 })
        {
            var lines = await ReadAsync(message.Replace("LONG", new string('x', 3000)) + "\n", chunk);
            Assert.StartsWith($$"""{"jsonrpc":"2.0","id":{{id}},"method":"(a message of """, lines);
            Assert.EndsWith("bytes; this server takes 100 at most, send less)\"}\n", lines);
        }
    }

    [Theory]
    [InlineData("""{"method":"note","params":"LONG"}""")]
    [InlineData("""{"id":null,"params":"LONG"}""")]
    [InlineData("""LONG""")]
    public async Task A_long_message_without_an_id_is_dropped(string message) =>
        Assert.Equal("\n", await ReadAsync(message.Replace("LONG", new string('x', 3000)) + "\n", 64));

    [Fact]
    public async Task Messages_around_a_long_one_arrive_byte_for_byte()
    {
        var text = "{\"id\":1}\n{\"id\":2,\"p\":\"" + new string('x', 500) + "\"}\n{\"id\":3,\"v\":\"ä\"}\n\n";
        foreach (var chunk in new[] { 1, 7, 4096 })
        {
            var lines = (await ReadAsync(text, chunk)).Split('\n');
            Assert.Equal("{\"id\":1}", lines[0]);
            Assert.StartsWith("{\"jsonrpc\":\"2.0\",\"id\":2,", lines[1]);
            Assert.Equal("{\"id\":3,\"v\":\"ä\"}", lines[2]);
        }
    }

    [Fact]
    public async Task A_message_of_exactly_the_limit_is_taken()
    {
        var message = new string('x', Limit - 1) + "\n";
        Assert.Equal(message, await ReadAsync(message, 10));
        Assert.Equal("\n", await ReadAsync("x" + message, 10));
    }

    static async Task<string> ReadAsync(string sent, int chunk)
    {
        await using var lines = new LimitedLines(new Chunks(Encoding.UTF8.GetBytes(sent), chunk), Limit);
        using var received = new MemoryStream();
        await lines.CopyToAsync(received);
        return Encoding.UTF8.GetString(received.ToArray());
    }

    /// <summary>As a pipe gives them: never more than so many bytes at once.</summary>
    sealed class Chunks(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
