namespace StorageKit.Local;

/// <summary>Makes and opens files and folders that are this user's alone, whatever the umask is, and follows no link
/// out of the root.</summary>
internal static class PrivateFile
{
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Others may read, and replace or remove the file, while it is open.</summary>
    internal const FileShare Sharing = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Makes the folder (0700) unless it is there, and makes that last.</summary>
    internal static void EnsureFolder(string path)
    {
        RefuseLink(path);
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnersFolder);
        }
        // Also when it was there: who made it may not have come this far.
        DiskSync.Folder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Opens a new file (0600).</summary>
    internal static FileStream Create(string path)
    {
        var file = Open(path, FileMode.CreateNew, FileAccess.ReadWrite, Sharing);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, OwnersFile);
        return file;
    }

    /// <summary>Makes a new file with this content, on the disk when it returns; or none.</summary>
    internal static void CreateWhole(string path, ReadOnlySpan<byte> content)
    {
        using var file = Create(path);
        try
        {
            file.Write(content);
            DiskSync.File(file.SafeFileHandle);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a file that is there.</summary>
    /// <exception cref="StorageException">It is a link, a folder, a pipe or a device.</exception>
    internal static FileStream OpenExisting(string path, FileAccess access)
    {
        if (access == FileAccess.Read && PlainFile.IsSupported) return PlainFile.OpenToRead(path);
        RefuseLink(path);
        return Open(path, FileMode.Open, access, Sharing);
    }

    /// <summary>Whether there is a file, and no link to one elsewhere.</summary>
    internal static bool Exists(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null };

    /// <summary>The whole file; null when it is not there.</summary>
    internal static byte[]? ReadAll(string path)
    {
        try
        {
            using var file = OpenExisting(path, FileAccess.Read);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens without a buffer: a write that fails must not be tried again when the stream is closed.</summary>
    internal static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.CreateNew)
            options.UnixCreateMode = OwnersFile;
        return new(path, options);
    }

    static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new StorageException(
                StorageErrorKind.Unauthorized,
                $"\"{path}\" is a link, and links can lead out of the root; put the file itself there");
    }
}
