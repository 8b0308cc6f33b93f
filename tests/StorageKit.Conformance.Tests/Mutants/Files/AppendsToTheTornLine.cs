namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-AUD-21b", Kills = "AUD-21", Says = "after one more emit to a log whose last record is cut")]
internal sealed class AppendsToTheTornLine : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override void Append(FileStream file, long length, byte[] line)
        {
            // The torn line ends here, and is skipped from now on; so is the new one, which is a part of it.
            file.Position = file.Length;
            file.Write(line);
            Sync(file);
        }

        protected override (List<AuditEntry> Entries, long Length) Load(FileStream file)
        {
            var lines = new StreamReader(file, leaveOpen: true).ReadToEnd().Split('\n');
            return ([.. lines[..^1].Select(Parsed).OfType<AuditEntry>()], file.Length);
        }

        static AuditEntry? Parsed(string line)
        {
            try
            {
                return AuditEntry.FromJson(line);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }
}
