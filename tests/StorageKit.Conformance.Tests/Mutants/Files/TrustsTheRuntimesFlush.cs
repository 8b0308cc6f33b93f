namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <remarks>Not only ours: the runtime does not throw when fsync ends in EIO.</remarks>
[Mutant("M-AUD-22b", Kills = "AUD-22", Says = "was acknowledged after a sync that failed")]
internal sealed class TrustsTheRuntimesFlush : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override void Sync(FileStream file) => file.Flush(flushToDisk: true);
    }
}
