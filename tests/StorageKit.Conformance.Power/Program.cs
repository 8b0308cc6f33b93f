using StorageKit.Conformance.Power;

// dotnet run --project tests/StorageKit.Conformance.Power -- detection [all|missing|M-R02 …]
// dotnet run --project tests/StorageKit.Conformance.Power -- alarms [memory|sqlite|plainfiles …]
switch (args)
{
    case ["detection", .. var names]:
        await DetectionRates.MeasureAsync(names is [] ? ["all"] : names);
        return 0;
    case ["alarms", .. var names]:
        await FalseAlarms.MeasureAsync(names is [] ? [.. CorrectDrivers.Names] : names);
        return 0;
    default:
        Console.Error.WriteLine("Usage: detection [all|missing|MUTANT …]  |  alarms [DRIVER …]");
        return 2;
}
