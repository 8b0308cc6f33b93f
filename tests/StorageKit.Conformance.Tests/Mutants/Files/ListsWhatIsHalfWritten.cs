namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-OBJ-24", Kills = "OBJ-24", Says = "a trace of the write that was under way")]
internal sealed class ListsWhatIsHalfWritten : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileBytes<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        internal override IEnumerable<(string Key, long Size)> List() =>
            from file in Directory.GetFiles(Folder)
            let bytes = File.ReadAllBytes(file)
            select bytes.Length == 0
                ? (Path.GetFileName(file), 0)
                : (System.Text.Encoding.UTF8.GetString(bytes, 1, bytes[0]), (long)bytes.Length - 1 - bytes[0]);
    }
}
