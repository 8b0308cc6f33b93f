using System.Globalization;
using StorageKit.Conformance.Power;
using StorageKit.Conformance.Power.Kills;

// dotnet run --project tests/StorageKit.Conformance.Power -- detection [all|missing|M-R02 …]
// dotnet run --project tests/StorageKit.Conformance.Power -- alarms [memory|sqlite|plainfiles …]
// dotnet run --project tests/StorageKit.Conformance.Power -- kills sqlite|local|postgres ROUNDS
// dotnet run --project tests/StorageKit.Conformance.Power -- levels CLONE      (after ./test.sh there)
switch (args)
{
    case ["detection", .. var names]:
        await DetectionRates.MeasureAsync(names is [] ? ["all"] : names);
        return 0;
    case ["alarms", .. var names]:
        await FalseAlarms.MeasureAsync(names is [] ? [.. CorrectDrivers.Names] : names);
        return 0;
    case ["kills", var driver, var rounds]:
        return await KillCommand.RunAsync(driver, int.Parse(rounds, CultureInfo.InvariantCulture));
    case ["levels", var root]:
        Levels.Write(root);
        return 0;
    case [LoadProgram.Command, var driver, var tenant]:
        return await LoadProgram.RunAsync(driver, tenant);
    default:
        Console.Error.WriteLine(
            "Usage: detection [all|missing|MUTANT …]  |  alarms [DRIVER …]  |  kills DRIVER ROUNDS  |  levels CLONE");
        return 2;
}
