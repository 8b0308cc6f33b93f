namespace StorageKit;

/// <summary>Reads a configuration file, and says clearly why it cannot.</summary>
internal static class ConfigFile
{
    internal static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal))
            throw Unreadable(
                QuotedName.Of(path), "is no file name (it holds the character U+0000)", "name the TOML file");
        if (Directory.Exists(path)) throw Unreadable(path, "is a directory", "name the TOML file in it");
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // Read, not measured: what is no ordinary file has no length, or says 0.
            var content = new byte[StorageConfig.MaxBytes + 1];
            var length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length <= StorageConfig.MaxBytes
                ? content[..length]
                : throw Unreadable(
                    path, "is longer than 1 MiB (1,048,576 bytes), too long for a configuration", "name the TOML file");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(path, "does not exist", "create it, or name another file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unreadable(path, "may not be read by this user", "change its permissions");
        }
        catch (IOException e)
        {
            throw Unreadable(path, $"cannot be read ({e.GetType().Name})", "name a file that can");
        }
    }

    static StorageConfigException Unreadable(string path, string fact, string hint) =>
        new([new(ConfigErrorKind.Unreadable, path, null, fact) { Hint = hint }]);
}
