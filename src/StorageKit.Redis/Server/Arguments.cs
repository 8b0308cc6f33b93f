using System.Globalization;
using System.Text;

namespace StorageKit.Redis;

/// <summary>Numbers as the server's commands and scripts take them.</summary>
internal static class Arguments
{
    internal static byte[] Of(ulong number) =>
        Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Milliseconds, the server's unit; rounded up, so that nothing ends early.</summary>
    internal static byte[] Milliseconds(TimeSpan length) => Of(WholeMilliseconds(length));

    /// <inheritdoc cref="Milliseconds"/>
    internal static ulong WholeMilliseconds(TimeSpan length) =>
        (((ulong)length.Ticks - 1) / TimeSpan.TicksPerMillisecond) + 1;
}
