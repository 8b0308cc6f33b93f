using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Memory;

/// <summary>The reference's memory driver.</summary>
internal static class MemorySpecimen
{
    internal static Specimen Specimen { get; } = new(
        "memory", Backend.None, "The audit sink and the counter of the reference's memory driver.", _ =>
        {
            var logs = new MemoryLogs();
            return new(StartedSpecimen.InProcess(registry => registry.Add(Registration(logs)), "memory", "", logs));
        })
    {
        Keeps =
        [
            "AUD-01", "AUD-02", "AUD-03", "AUD-04", "AUD-05", "AUD-06", "AUD-07", "AUD-26", "RLC-01", "RLC-02",
            "RLC-05", "RLC-13", "RLC-14", "RLC-15", "RLC-16", "RLC-17", "RLC-19", "AUD-09",
        ],
        Faults =
        [
            new(
                "AUD-08", "entries read back",
                "`emit` appends whatever comes. An entry that is emitted again, as after a lost answer, is in "
                + "the log twice.",
                "An entry whose hash is stored already succeeds and stores nothing more, in every driver."),
            new(
                "RLC-24", "NEVER FORGETS",
                "A key whose window is over stays in the map until it is reset or used again, so memory grows "
                + "with every key ever seen.",
                "The memory driver drops windows that are over while it is used."),
            new(
                "RLC-20", "expected ArgumentOutOfRangeException",
                "A window of zero is taken: each increment starts over, and a limit that was configured as 0 s "
                + "never limits.",
                "A window of zero or less is an `ArgumentOutOfRangeException` before anything is counted."),
        ],
    };

    static DriverRegistration Registration(MemoryLogs logs) => new("memory")
    {
        UsesTimeProvider = true,
        Stores =
        [
            Contract.Of(Contract.Audit, scope => new MemoryAudit(logs, scope.Tenant), processLocal: true),
            Contract.Of(Contract.Counter, scope => new MemoryCounter(scope.Time), processLocal: true),
        ],
    };
}
