namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-W03", Kills = "GEN-15", Says = "more handles after")]
internal sealed class LeavesAFileOpen : LeavesSomethingAtEachOpening
{
    // Held, so that no finalizer ends what the driver forgot; they go with the driver.
    readonly List<FileStream> _files = [];

    protected override void Leave() => _files.Add(File.OpenRead(typeof(LeavesAFileOpen).Assembly.Location));
}
