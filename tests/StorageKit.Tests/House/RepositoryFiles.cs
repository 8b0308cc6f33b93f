using System.Diagnostics;

namespace StorageKit.Tests.House;

/// <summary>What is committed to (or about to be, in) the repository that the tests run in.</summary>
internal static class RepositoryFiles
{
    internal static string Root { get; } = FindRoot();

    /// <summary>Whether the tests run in a clone; a copy of the sources alone has no list of what is
    /// committed.</summary>
    internal static bool IsClone => Path.Exists(Path.Combine(Root, ".git"));

    /// <summary>Every tracked file with its mode: relative path, '/' between folders.</summary>
    internal static IReadOnlyList<(string Mode, string Path)> Tracked { get; } = IsClone ? [.. List()] : [];

    internal static IEnumerable<string> Paths(string extension) =>
        Tracked.Select(file => file.Path).Where(path => path.EndsWith(extension, StringComparison.Ordinal));

    // A line is "MODE OBJECT STAGE<tab>PATH".
    static IEnumerable<(string Mode, string Path)> List()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotePath=false", "ls-files", "-s"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. lines.Select(line => (line[..6], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]))]
            : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}.");
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StorageKit.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds StorageKit.sln.");
    }
}

/// <summary>A fact about what is committed, skipped, visibly, outside of a clone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CloneFactAttribute : FactAttribute
{
    public CloneFactAttribute()
    {
        if (!RepositoryFiles.IsClone) Skip = "the sources lie in no git clone";
    }
}
