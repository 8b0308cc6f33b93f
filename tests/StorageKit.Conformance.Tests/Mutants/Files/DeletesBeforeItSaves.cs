namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-SES-15b", Kills = "SES-15", Says = "nothing is there: neither the old value nor the new one")]
internal sealed class DeletesBeforeItSaves : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileSessions<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        internal override void Write(string key, byte[] value)
        {
            Delete(key);
            base.Write(key, value);
        }
    }
}
