namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-S10", Kills = "SES-14", Says = "acknowledged operations is missing")]
internal sealed class WriteBehindSave : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<FileSessions<Table>>.Create();

    internal sealed class Table(string folder) : FileTable(folder)
    {
        (string Key, byte[] Value)? _waiting;

        internal override void Write(string key, byte[] value)
        {
            if (_waiting is var (lastKey, lastValue)) base.Write(lastKey, lastValue);
            _waiting = (key, value);
        }

        internal override void Delete(string key)
        {
            if (_waiting?.Key == key) _waiting = null;
            base.Delete(key);
        }
    }
}
