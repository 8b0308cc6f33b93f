using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace StorageKit.Conformance.Backends;

/// <summary>One connection to a private Redis, for the kit's own few questions. Not thread-safe.</summary>
internal sealed class RedisConnection : IDisposable
{
    readonly TcpClient _client = new();

    internal static async Task<RedisConnection> OpenAsync(BackendAddress address, CancellationToken cancellationToken)
    {
        var connection = new RedisConnection();
        try
        {
            await connection._client.ConnectAsync(address.Host, address.Port, cancellationToken).ConfigureAwait(false);
            if (address.Password.Length > 0)
                await connection.AskAsync(cancellationToken, "AUTH", address.Password).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command; returns a status, a number or a string as text.</summary>
    /// <exception cref="BackendException">The server answered with an error.</exception>
    internal async Task<string> AskAsync(CancellationToken cancellationToken, params string[] command)
    {
        var request = new StringBuilder($"*{command.Length}\r\n");
        foreach (var word in command)
            request.Append(
                CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        var stream = _client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()), cancellationToken).ConfigureAwait(false);
        var head = await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false);
        switch (head[0])
        {
            case '+' or ':':
                return head[1..];
            case '$':
                var text = new byte[int.Parse(head.AsSpan(1), CultureInfo.InvariantCulture) + 2];
                await stream.ReadExactlyAsync(text, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(text.AsSpan(0, text.Length - 2));
            default:
                throw new BackendException($"Redis refuses {command[0]}: {head}");
        }
    }

    static async Task<string> ReadLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, cancellationToken).ConfigureAwait(false);
            line.Append((char)one[0]);
        }
        return line.ToString(0, line.Length - 2);
    }

    public void Dispose() => _client.Dispose();
}
