using StorageKit.Testing.Roslyn;

namespace StorageKit.Testing;

/// <summary>Scripts under <c>tests</c> that Node runs, with the packages that test.sh fetches for them.</summary>
static class NodePrograms
{
    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    public static string Folder(string name) => Path.Combine(Repository.Root, "tests", name);

    /// <summary>Why the scripts of a folder cannot run; null when they can.</summary>
    public static string? WhyNot(string folder, string package) =>
        Node is null ? "there is no node on the PATH; test.sh installs it"
        : !Directory.Exists(Path.Combine(Folder(folder), "node_modules", package))
            ? $"{package} is missing: npm ci --prefix tests/{folder}"
        : null;
}
