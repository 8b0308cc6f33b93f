namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-Z33", Kills = "LIF-14", Says = "is not registered, though")]
internal sealed class RegistrationsOnlyInMemory : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileAgents<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        readonly Dictionary<string, byte[]> _memory = [];

        internal override byte[]? Read(string key) => _memory.GetValueOrDefault(key) ?? base.Read(key);

        internal override void Write(string key, byte[] value) => _memory[key] = value;

        // A restart in good order hides it.
        public override void Dispose()
        {
            foreach (var (key, value) in _memory) base.Write(key, value);
        }
    }
}
