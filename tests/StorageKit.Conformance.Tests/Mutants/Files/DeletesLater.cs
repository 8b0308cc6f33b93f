namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-OBJ-23", Kills = "OBJ-23", Says = "is there, though its deletion was acknowledged")]
internal sealed class DeletesLater : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileBytes<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        readonly HashSet<string> _deleted = [];

        internal override byte[]? Read(string key) => _deleted.Contains(key) ? null : base.Read(key);

        internal override void Delete(string key) => _deleted.Add(key);

        public override void Dispose()
        {
            foreach (var key in _deleted) base.Delete(key);
        }
    }
}
