using System.Net;
using System.Net.Sockets;

namespace StorageKit.Conformance.Backends;

/// <summary>Chooses a TCP port on which nobody listens.</summary>
internal static class FreePort
{
    // Below the range that systems give to outgoing connections: a server that is stopped and started again finds its
    // port free still.
    const int First = 10_240;
    const int End = 32_000;

    internal static int Choose()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port)) return port;
        }
        throw new BackendException($"200 random ports of {First} to {End - 1} are all taken.");
    }

    internal static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
