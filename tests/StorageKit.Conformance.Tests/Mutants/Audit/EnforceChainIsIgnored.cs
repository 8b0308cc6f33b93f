namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A66", Kills = "AUD-14", Says = "emitting another entry for the last place of a chain")]
internal sealed class EnforceChainIsIgnored : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(AuditMutant), static section => section.Boolean("enforce_chain"));
}
