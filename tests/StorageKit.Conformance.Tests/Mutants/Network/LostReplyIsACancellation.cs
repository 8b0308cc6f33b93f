using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N53", Kills = "GEN-04", Says = "got TaskCanceledException, but nobody cancelled it")]
internal sealed class LostReplyIsACancellation : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    // As a driver does that waits for a reply with a completion that is cancelled when its connection ends.
    sealed class Client(WireOptions options) : WireClient(options)
    {
        public override async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.CallAsync(request, cancellationToken);
            }
            catch (StorageException e) when (e.InnerException is IOException)
            {
                throw new TaskCanceledException();
            }
        }
    }
}
