using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace StorageKit.Redis;

/// <summary>Writes commands as the protocol has them: an array of byte strings.</summary>
internal static class RespWriter
{
    const int LongestHeader = 16;

    /// <summary>Refuses what the server would refuse only after all of it was sent.</summary>
    /// <exception cref="ArgumentException">An argument is longer than <see cref="RespLimits.Argument"/>.</exception>
    internal static void Check(ReadOnlyMemory<byte>[] command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Length == 0) throw new ArgumentException("A command has a name.", nameof(command));
        foreach (var argument in command)
            if (argument.Length > RespLimits.Argument)
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A key or value of {argument.Length} bytes is more than Redis takes ({RespLimits.Argument})."),
                    nameof(command));
    }

    internal static void Write(IBufferWriter<byte> output, ReadOnlyMemory<byte>[] command)
    {
        Header(output, (byte)'*', command.Length);
        foreach (var argument in command)
        {
            Header(output, (byte)'$', argument.Length);
            output.Write(argument.Span);
            output.Write("\r\n"u8);
        }
    }

    static void Header(IBufferWriter<byte> output, byte type, int number)
    {
        var span = output.GetSpan(LongestHeader);
        span[0] = type;
        Utf8Formatter.TryFormat(number, span[1..], out var digits);
        "\r\n"u8.CopyTo(span[(1 + digits)..]);
        output.Advance(digits + 3);
    }
}
