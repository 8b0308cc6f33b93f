using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Listing;

/// <summary><c>storagekit drivers</c>: which driver serves which contract.</summary>
internal static class DriversCommand
{
    internal static Command Create()
    {
        var command = new Command("drivers", "The drivers of this tool, and the contracts that each serves.")
        {
            JsonOption.Instance,
        };
        command.SetAction(given =>
        {
            Write(Drivers.CreateRegistry(), given.GetValue(JsonOption.Instance), Console.Out);
            return ExitCodes.Success;
        });
        return command;
    }

    static void Write(Registry registry, bool asJson, TextWriter output)
    {
        var drivers = registry.Drivers.OrderBy(driver => driver.Name, StringComparer.Ordinal).ToList();
        var kinds = drivers.SelectMany(KindsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (asJson)
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartObject();
                foreach (var driver in drivers)
                {
                    writer.WriteStartArray(driver.Name);
                    foreach (var kind in KindsOf(driver).Order(StringComparer.Ordinal)) writer.WriteStringValue(kind);
                    writer.WriteEndArray();
                }
                writer.WriteEndObject();
            });
        else
            TextTable.Write(
                output, ["contract", .. drivers.Select(driver => driver.Name)],
                kinds.Select(kind => (string[])
                    [kind, .. drivers.Select(driver => KindsOf(driver).Contains(kind) ? "yes" : "-")]));
    }

    static IEnumerable<string> KindsOf(DriverRegistration driver) =>
        driver.Stores.SelectMany(store => store.Contracts).Select(contract => contract.Kind);
}
