using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace StorageKit.Conformance.Backends;

/// <summary>Asks a PostgreSQL whether it takes sessions, in its own protocol.</summary>
internal static class PostgresGreeting
{
    const int ProtocolVersion = 196_608; // 3.0
    const byte AuthenticationRequest = (byte)'R';

    /// <summary>Begins to log in; whoever is asked to authenticate could have gone on.</summary>
    internal static async Task<bool> IsAnsweredAsync(BackendAddress address, CancellationToken cancellationToken)
    {
        var parameters = Encoding.UTF8.GetBytes($"user\0{address.User}\0database\0{address.Database}\0\0");
        var message = new byte[8 + parameters.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), ProtocolVersion);
        parameters.CopyTo(message, 8);
        var answer = new byte[1];
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, cancellationToken).ConfigureAwait(false);
            await client.GetStream().WriteAsync(message, cancellationToken).ConfigureAwait(false);
            await client.GetStream().ReadExactlyAsync(answer, cancellationToken).ConfigureAwait(false);
            return answer[0] == AuthenticationRequest; // While it starts it answers with an error.
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
