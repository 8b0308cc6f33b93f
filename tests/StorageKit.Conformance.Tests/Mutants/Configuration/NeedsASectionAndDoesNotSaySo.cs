namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-CFG-02", Kills = "CFG-02", Says = "does not require its section, but without it")]
internal sealed class NeedsASectionAndDoesNotSaySo : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(
        new DriverRegistration("mutant")
        {
            BindOptions = static section =>
            {
                var url = section.Text("url", OptionFlags.Required);
                return section.Complete() ? url.Value : null;
            },
            Stores = [CounterDriver.Store],
        },
        "url = 'http://host/'");
}
