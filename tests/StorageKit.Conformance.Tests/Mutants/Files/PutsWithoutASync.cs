namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-CRD-16", Kills = "CRD-16", Says = "before the file that it was written to was synced")]
internal sealed class PutsWithoutASync : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileBytes<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        protected override void Sync(FileStream file) => file.Flush();
    }
}
