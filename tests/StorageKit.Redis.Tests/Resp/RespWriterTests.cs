using System.Buffers;
using System.Text;

namespace StorageKit.Redis.Tests.Resp;

public sealed class RespWriterTests
{
    [Fact]
    public void A_command_is_an_array_of_byte_strings()
    {
        var output = new ArrayBufferWriter<byte>();
        RespWriter.Write(output, ["GET"u8.ToArray(), Array.Empty<byte>(), "a\r\nb\0"u8.ToArray()]);
        Assert.Equal("*3\r\n$3\r\nGET\r\n$0\r\n\r\n$5\r\na\r\nb\0\r\n", Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Fact]
    public void An_argument_that_the_server_would_refuse_is_refused_before_it_is_sent()
    {
        var tooLong = new byte[RespLimits.Argument + 1];
        Assert.Throws<ArgumentException>(() => RespWriter.Check(["SET"u8.ToArray(), tooLong]));
        RespWriter.Check(["SET"u8.ToArray(), tooLong.AsMemory(1)]);
        Assert.Throws<ArgumentException>(() => RespWriter.Check([]));
    }
}
