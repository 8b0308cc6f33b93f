using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N52", Kills = "GEN-04", Says = "expected a StorageException, got SocketException")]
internal sealed class SocketErrorsGoOut : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    sealed class Client(WireOptions options) : WireClient(options)
    {
        public override async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.CallAsync(request, cancellationToken);
            }
            catch (StorageException e) when (e.InnerException is not null)
            {
                throw e.InnerException;
            }
        }
    }
}
