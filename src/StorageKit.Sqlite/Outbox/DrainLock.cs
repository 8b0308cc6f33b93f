namespace StorageKit.Sqlite;

/// <summary>The right to drain an outbox: a lock of the operating system on a file beside it, which ends with its
/// process however that ends.</summary>
internal static class DrainLock
{
    /// <param name="path">The outbox file.</param>
    /// <returns>What gives the right back; null when another drainer has it.</returns>
    internal static IDisposable? TryTake(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path + "-drain", options);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            throw new StorageException(
                StorageErrorKind.Unauthorized,
                $"\"{Path.GetFileName(path)}-drain\" may not be written by this process; make it and its directory "
                + "writable for it");
        }
    }
}
