using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Listing;

/// <summary><c>storagekit drivers</c>: which driver serves which contract, and how far that is proven.</summary>
internal static class DriversCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "drivers",
            "The drivers of this tool, the contracts that each serves, and the level that its suite has proven: core "
            + "(one caller after another), concurrent, fault-tolerant (network and backend fail), durable (crashes).")
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
        var levels = ProvenLevels.Read();
        if (asJson) WriteJson(drivers, levels, output);
        else WriteText(drivers, levels, output);
    }

    static void WriteText(
        List<DriverRegistration> drivers, IReadOnlyDictionary<(string, string), ProvenLevel> levels, TextWriter output)
    {
        var kinds = drivers.SelectMany(KindsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        TextTable.Write(
            output, ["contract", .. drivers.Select(driver => driver.Name)],
            kinds.Select(kind => (string[])[kind, .. drivers.Select(driver => Cell(driver, kind))]));
        foreach (var ((driver, kind), level) in levels.Where(level => level.Value.Deviating.Count > 0))
            output.WriteLine(
                $"* {driver}, {kind}: {string.Join(", ", level.Deviating)} deviates, as its suite declares");

        string Cell(DriverRegistration driver, string kind) =>
            !KindsOf(driver).Contains(kind) ? "-" : LevelOf(levels, driver, kind)?.ToString() ?? "yes";
    }

    // What lives in the process has no backend that could fail or outlast it.
    static ProvenLevel? LevelOf(
        IReadOnlyDictionary<(string, string), ProvenLevel> levels, DriverRegistration driver, string kind) =>
        !levels.TryGetValue((driver.Name, kind), out var level) ? null
            : driver.StoreOf(kind)!.ProcessLocal && level.Level != "core" ? level with { Level = "concurrent" }
            : level;

    static void WriteJson(
        List<DriverRegistration> drivers, IReadOnlyDictionary<(string, string), ProvenLevel> levels,
        TextWriter output) =>
        JsonOutput.Write(output, writer =>
        {
            writer.WriteStartObject();
            foreach (var driver in drivers)
            {
                writer.WriteStartObject(driver.Name);
                foreach (var kind in KindsOf(driver).Order(StringComparer.Ordinal))
                    writer.WriteString(kind, LevelOf(levels, driver, kind)?.Level ?? "not measured");
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        });

    static IEnumerable<string> KindsOf(DriverRegistration driver) =>
        driver.Stores.SelectMany(store => store.Contracts).Select(contract => contract.Kind);
}
