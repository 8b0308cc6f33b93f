using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N58", Kills = "GEN-09", Says = "neither an answer nor an error after 3.4 s")]
internal sealed class TimeoutsAddUp : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    // Each of three attempts may take the whole time-out.
    sealed class Client(WireOptions options) : WireClient(options)
    {
        public override async ValueTask<BinaryReader> CallAsync(byte[] request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await base.CallAsync(request, cancellationToken);
                }
                catch (StorageException e) when (e.Kind == StorageErrorKind.Timeout && attempt < 3)
                {
                    await Task.Yield();
                }
            }
        }
    }
}
