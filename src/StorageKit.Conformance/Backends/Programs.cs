namespace StorageKit.Conformance.Backends;

/// <summary>Finds installed programs.</summary>
internal static class Programs
{
    /// <summary>The folders of the PATH.</summary>
    internal static IEnumerable<string> Folders => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path of a program.</summary>
    /// <param name="name">Its name on the PATH; a path is taken as it is.</param>
    /// <param name="advice">What to do when it is not there.</param>
    /// <exception cref="BackendException">It is nowhere.</exception>
    internal static string Find(string name, string advice)
    {
        if (name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return File.Exists(name) ? name : throw new BackendException($"There is no program {name}. {advice}");
        return TryFind(name) ?? throw new BackendException($"{name} is not on the PATH. {advice}");
    }

    internal static string? TryFind(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
