namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant(
    "M-AUD-20", Kills = "AUD-20",
    Says = "operation 1 was acknowledged before the file that it was written to was synced")]
internal sealed class AcknowledgesBeforeTheSync : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override void Sync(FileStream file) => file.Flush();
    }
}
