using System.Globalization;

namespace StorageKit.Conformance.Tests.Mutants.Configuration;

[Mutant("M-CFG-03-A", Kills = "CFG-03", Says = "threw FormatException instead of saying where it is wrong")]
internal sealed class ParsesAnOptionItself : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Of(new DriverRegistration("mutant")
    {
        BindOptions = static section =>
        {
            var port = section.Text("port");
            var number = port.IsSet ? int.Parse(port.Value, CultureInfo.InvariantCulture) : 0;
            return section.Complete() ? number.ToString(CultureInfo.InvariantCulture) : null;
        },
        Stores = [CounterDriver.Store],
    });
}
