using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N57", Kills = "GEN-09", Says = "neither an answer nor an error after 3.4 s")]
internal sealed class NoTimeout : IMutantDriver
{
    public DriverUnderTest Create() =>
        WireMutant.WithClient(options => new WireClient(options with { Timeout = TimeSpan.FromHours(1) }));
}
