namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N63", Kills = "POL-11", Says = "as if the agent had no policy")]
internal sealed class OutageMeansNoPolicy : IMutantDriver
{
    public DriverUnderTest Create() =>
        WireMutant.WithStore<IPolicyStore>((inner, _, _) => new PolicyDuringOutage(inner, null));
}
