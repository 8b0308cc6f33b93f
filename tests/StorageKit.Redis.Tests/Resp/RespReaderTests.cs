using System.Globalization;
using System.Text;

namespace StorageKit.Redis.Tests.Resp;

public sealed class RespReaderTests
{
    const string All = "+OK\r\n-ERR no such key\r\n:-42\r\n$5\r\na\r\nb\0\r\n$0\r\n\r\n$-1\r\n*-1\r\n*0\r\n"
        + "*3\r\n:1\r\n$1\r\nx\r\n*1\r\n+y\r\n_\r\n#t\r\n#f\r\n,1.5\r\n(123456789012345678901\r\n!7\r\nERR bad\r\n"
        + "=6\r\ntxt:hi\r\n%1\r\n+k\r\n:7\r\n~1\r\n:8\r\n>2\r\n+push\r\n:1\r\n|1\r\n+a\r\n+b\r\n:9\r\n";

    const string Expected = "OK|-ERR no such key|:-42|a\r\nb\0||nil|nil|[]|[:1,x,[y]]|nil|:1|:0|1.5"
        + "|123456789012345678901|-ERR bad|hi|[k,:7]|[:8]|:9|";

    [Fact]
    public async Task Replies_are_read_the_same_however_the_stream_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(All);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var reader = new RespReader(new Pieces(bytes, length));
            var found = new StringBuilder();
            while (await NextAsync(reader) is { } reply) found.Append(Show(reply)).Append('|');
            Assert.Equal((length, Expected), (length, found.ToString()));
        }
    }

    [Theory]
    [InlineData("what")]
    [InlineData("\r\n")]
    [InlineData("+no carriage return\n")]
    [InlineData(":12x\r\n")]
    [InlineData(":\r\n")]
    [InlineData(":99999999999999999999\r\n")]
    [InlineData("$-2\r\n")]
    [InlineData("$9999999999\r\n")]
    [InlineData("$2\r\nabc\r\n")]
    [InlineData("*-2\r\n")]
    [InlineData("*9999999999\r\n")]
    [InlineData("%9223372036854775807\r\n")]
    [InlineData("%-9223372036854775807\r\n")]
    [InlineData("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n")]
    [InlineData("?1\r\n")]
    public async Task What_is_no_reply_is_refused(string bytes)
    {
        var reader = new RespReader(new Pieces(Encoding.UTF8.GetBytes(bytes + new string('x', 20) + "\r\n"), 7));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_line_without_an_end_is_refused_before_it_fills_the_memory()
    {
        var reader = new RespReader(new Pieces(new byte[10 * 1024 * 1024], 4096));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_length_that_is_only_announced_takes_no_memory()
    {
        var bytes = Encoding.ASCII.GetBytes("*1000000\r\n$500000000\r\nfew");
        var reader = new RespReader(new Pieces(bytes, bytes.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<EndOfStreamException>(async () => await reader.ReadAsync(CancellationToken.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public async Task Replies_in_replies_cannot_add_up_to_more_than_the_limit()
    {
        var bytes = Encoding.ASCII.GetBytes("*3\r\n$600\r\n" + new string('x', 600) + "\r\n$600\r\n");
        var reader = new RespReader(new Pieces(bytes, 100), limit: 1000);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public void A_reply_shows_its_form_and_not_its_content()
    {
        Assert.Equal("Text of 6 bytes", RedisReply.OfText("secret"u8.ToArray()).ToString());
        Assert.Equal("Error WRONGTYPE", RedisReply.OfError("WRONGTYPE secret"u8.ToArray()).ToString());
        Assert.Equal("Error ", RedisReply.OfError("secret key"u8.ToArray()).ToString());
    }

    static async Task<RedisReply?> NextAsync(RespReader reader)
    {
        try
        {
            return await reader.ReadAsync(CancellationToken.None);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    static string Show(RedisReply reply) => reply.Kind switch
    {
        RedisReplyKind.Null => "nil",
        RedisReplyKind.Integer => ":" + reply.Integer.ToString(CultureInfo.InvariantCulture),
        RedisReplyKind.Error => "-" + Encoding.UTF8.GetString(reply.Text.Span),
        RedisReplyKind.Array => $"[{string.Join(',', reply.Items.Select(Show))}]",
        _ => Encoding.UTF8.GetString(reply.Text.Span),
    };
}
