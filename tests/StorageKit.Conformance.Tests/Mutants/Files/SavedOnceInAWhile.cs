namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-Z47", Kills = "RLC-26", Says = "acknowledged increments are lost")]
internal sealed class SavedOnceInAWhile : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileCounter<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        const int Interval = 10;
        readonly Dictionary<string, byte[]> _memory = [];
        int _changes;

        internal override byte[]? Read(string key) => _memory.GetValueOrDefault(key) ?? base.Read(key);

        internal override void Write(string key, byte[] value)
        {
            _memory[key] = value;
            if (++_changes % Interval == 0) base.Write(key, value);
        }

        public override void Dispose()
        {
            foreach (var (key, value) in _memory) base.Write(key, value);
        }
    }
}
