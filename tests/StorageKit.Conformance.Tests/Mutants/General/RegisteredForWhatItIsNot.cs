namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-01-A", Kills = "GEN-01", Says = "registered for policy_store, but none of its stores is an IPolicyStore")]
internal sealed class RegisteredForWhatItIsNot : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration("mutant")
    {
        Stores = [new(typeof(object), [new("policy_store", typeof(IPolicyStore))], static (_, _) => new(new object()))],
    });
}
