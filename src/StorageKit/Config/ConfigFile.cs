using System.Globalization;

namespace StorageKit;

/// <summary>Reads a configuration file, and says clearly why it cannot.</summary>
internal static class ConfigFile
{
    internal static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path)) throw Unreadable(path, "is a directory", "name the TOML file in it");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > StorageConfig.MaxBytes)
            {
                var length = file.Length.ToString("N0", CultureInfo.InvariantCulture);
                throw Unreadable(path, $"is {length} bytes long", "a configuration has at most 1,048,576");
            }
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
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
            throw Unreadable(path, $"cannot be read ({e.GetType().Name})", "check the disk");
        }
    }

    static StorageConfigException Unreadable(string path, string fact, string hint) =>
        new([new(ConfigErrorKind.Unreadable, path, null, fact) { Hint = hint }]);
}
