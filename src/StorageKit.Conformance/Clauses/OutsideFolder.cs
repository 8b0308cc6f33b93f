namespace StorageKit.Conformance.Clauses;

/// <summary>A folder that no driver has anything to do with, and keys that are paths into it.</summary>
internal sealed class OutsideFolder : IDisposable
{
    const string Target = "target";
    const int MoreLevelsThanAnyFolderHas = 24;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-outside-");

    internal OutsideFolder() => File.WriteAllText(Existing, Target);

    /// <summary>Paths of a file that is there and of one that is not: absolute, and upwards from wherever a driver keeps its
    /// files.</summary>
    internal IEnumerable<string> Keys =>
        from path in new[] { Existing, Path.Combine(_folder.FullName, "new") }
        from key in new[] { path, Upwards("../", path), Upwards("a/../../", path), Upwards("..\\", path), $"file://{path}" }
        select key;

    string Existing => Path.Combine(_folder.FullName, "existing");

    /// <summary>The folder is as it was.</summary>
    internal void ExpectUntouched(string call, string key)
    {
        var files = _folder.GetFileSystemInfos();
        Expect.That(
            files.Length == 1 && File.Exists(Existing) && File.ReadAllText(Existing) == Target,
            $"ESCAPED: {call} of the key {OddKeys.Name(key)} changed a file outside of the store; make file names of keys by "
            + "an encoding without separators");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static string Upwards(string step, string path) =>
        string.Concat(Enumerable.Repeat(step, MoreLevelsThanAnyFolderHas)) + path[Path.GetPathRoot(path)!.Length..];
}
