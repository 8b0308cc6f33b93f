using System.Net.Sockets;
using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N59", Kills = "GEN-13", Says = "over a slow network that sends byte by byte")]
internal sealed class OneReadIsOneReply : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    sealed class Client(WireOptions options) : WireClient(options)
    {
        public override async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(Options.Host, Options.Port, cancellationToken);
            await WireFrame.WriteAsync(client.GetStream(), request, cancellationToken);
            var buffer = new byte[64 * 1024];
            var count = await client.GetStream().ReadAsync(buffer, cancellationToken);
            if (count < 5) throw new StorageException(StorageErrorKind.Serialization, "the reply is too short");
            var reply = new BinaryReader(new MemoryStream(buffer, 4, count - 4));
            return reply.ReadByte() == 0
                ? reply
                : throw new StorageException((StorageErrorKind)reply.ReadByte(), "the server refused");
        }
    }
}
