namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N64", Kills = "POL-11", Says = "with 0 rules, which is not what is stored or could not be known")]
internal sealed class OutageMeansPermission : IMutantDriver
{
    public DriverUnderTest Create() =>
        WireMutant.WithStore<IPolicyStore>((inner, _, _) => new PolicyDuringOutage(inner, new(1, "default", [])));
}
