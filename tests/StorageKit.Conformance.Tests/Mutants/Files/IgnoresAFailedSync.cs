namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-A17", Kills = "AUD-22", Says = "was acknowledged after a sync that failed")]
internal sealed class IgnoresAFailedSync : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        protected override void Sync(FileStream file)
        {
            try
            {
                base.Sync(file);
            }
            catch (IOException)
            {
                return; // as if nothing had happened
            }
        }
    }
}
