namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-C18", Kills = "CRD-15", Says = "the value is neither the old one nor the new one")]
internal sealed class OverwritesInPlace : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileBytes<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        internal override void Write(string key, byte[] value)
        {
            const int Piece = 4096;
            using var file = new FileStream(FileOf(key), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 0);
            file.Write([(byte)key.Length, .. System.Text.Encoding.UTF8.GetBytes(key)]);
            foreach (var piece in value.Chunk(Piece)) file.Write(piece);
            Sync(file);
        }
    }
}
