namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-Z27", Kills = "GEN-21", Says = "written by another process: here")]
internal sealed class KnowsOnlyWhatItsProcessWrote : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileSessions<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        // Shared by the instances of one process, so that two of them agree.
        static readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), byte[]?> s_known = new();

        internal override byte[]? Read(string key) => s_known.GetOrAdd((Folder, key), _ => base.Read(key));

        internal override void Write(string key, byte[] value)
        {
            base.Write(key, value);
            s_known[(Folder, key)] = value;
        }

        internal override void Delete(string key)
        {
            base.Delete(key);
            s_known[(Folder, key)] = null;
        }
    }
}
