namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-SES-15", Kills = "SES-15", Says = "what is stored cannot be read: Serialization")]
internal sealed class SavesInPlace : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileSessions<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        internal override void Write(string key, byte[] value)
        {
            using var file = new FileStream(FileOf(key), FileMode.Create, FileAccess.Write, FileShare.None, 0);
            file.Write([(byte)key.Length, .. System.Text.Encoding.UTF8.GetBytes(key)]);
            file.Write(value);
            Sync(file);
        }
    }
}
