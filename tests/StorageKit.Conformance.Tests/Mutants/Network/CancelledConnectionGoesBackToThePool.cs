using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-G01", Kills = "GEN-08", Says = "the reply of another call", Seen = "npgsql#3585")]
internal sealed class CancelledConnectionGoesBackToThePool : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithClient(options => new Client(options));

    sealed class Client(WireOptions options) : WireClient(options)
    {
        protected override void GiveUp(WireConnection connection) => Keep(connection);
    }
}
