namespace StorageKit.Conformance.Tests.Backends;

/// <summary>What runs on this machine (Linux), by command line.</summary>
internal static class RunningProcesses
{
    /// <summary>The processes whose command line has this text in it; a server's folder stands in its.</summary>
    internal static IReadOnlyList<int> With(string text) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out _) && CommandLine(folder).Contains(text)
           select int.Parse(Path.GetFileName(folder)),
    ];

    static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // It has ended since.
        }
    }
}
