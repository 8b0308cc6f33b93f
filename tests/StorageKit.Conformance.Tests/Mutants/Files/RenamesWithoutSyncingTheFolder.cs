namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-S14", Kills = "SES-14", Says = "before the directory of a renamed or deleted file was synced")]
internal sealed class RenamesWithoutSyncingTheFolder : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileSessions<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        protected override void SyncFolder()
        {
        }
    }
}
