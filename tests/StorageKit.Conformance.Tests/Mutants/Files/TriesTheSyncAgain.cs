namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant(
    "M-AUD-22", Kills = "AUD-22", Says = "trying the sync again brings nothing back",
    Seen = "https://wiki.postgresql.org/wiki/Fsync_Errors")]
internal sealed class TriesTheSyncAgain : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override void Sync(FileStream file)
        {
            try
            {
                base.Sync(file);
            }
            catch (IOException)
            {
                base.Sync(file);
            }
        }
    }
}
