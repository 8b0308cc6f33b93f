namespace StorageKit.Local;

/// <summary>The folder that everything is below.</summary>
internal static class RootFolder
{
    /// <summary>Makes it (0700) unless it is there.</summary>
    internal static void Ensure(string path)
    {
        try
        {
            if (File.Exists(path)) throw Refused($"\"{path}\" is a file; set path to a folder");
            if (Directory.Exists(path)) return; // its rights, and whether it is a link, are the operator's choice
            if (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent))
                throw Refused(
                    $"the folder that \"{path}\" is to be in does not exist; create it, or set path to a folder in "
                    + "another one");
            PrivateFile.EnsureFolder(path);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw DiskFailure.Of(e, path);
        }
    }

    /// <summary>Writes, syncs and removes a file.</summary>
    internal static bool Check(string path)
    {
        var probe = Path.Combine(path, $"health-{Guid.NewGuid():N}");
        try
        {
            PrivateFile.CreateWhole(probe, "\n"u8);
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw DiskFailure.Of(e, path);
        }
    }

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, what);
}
