namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-AUD-21", Kills = "AUD-21", Says = "cannot be used any more: Serialization")]
internal sealed class TornLineStopsTheLog : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override (List<AuditEntry> Entries, long Length) Load(FileStream file)
        {
            var whole = base.Load(file);
            return whole.Length == file.Length
                ? whole
                : throw new StorageException(StorageErrorKind.Serialization, "the last line is damaged");
        }
    }
}
