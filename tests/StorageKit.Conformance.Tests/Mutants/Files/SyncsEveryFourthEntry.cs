namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-AUD-20b", Kills = "AUD-20", Says = "before the file that it was written to was synced")]
internal sealed class SyncsEveryFourthEntry : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        int _written;

        protected override void Sync(FileStream file) => file.Flush(flushToDisk: _written++ % 4 == 0);
    }
}
