namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-CFG-06", Kills = "CFG-06", Says = "the name \"My Driver\" is no bare key")]
internal sealed class NameThatIsNoBareKey : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration("My Driver") { Stores = [CounterDriver.Store] });
}
