namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-G09", Kills = "CFG-02", Says = "the unknown key \"zz_nobodys_option\" is no error")]
internal sealed class IgnoresUnknownKeys : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration("mutant")
    {
        BindOptions = static section => section.Integer("pool_size").Value.ToString("D"),
        Stores = [CounterDriver.Store],
    });
}
