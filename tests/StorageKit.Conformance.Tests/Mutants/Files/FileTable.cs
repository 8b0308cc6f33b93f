using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Bytes by key, a file each, replaced as a whole; of which a mutant may replace a rule.</summary>
internal class FileTable(string folder) : IDisposable
{
    const string Temporary = ".new";

    internal virtual byte[]? Read(string key) => File.Exists(FileOf(key)) ? Value(FileOf(key)) : null;

    internal virtual void Write(string key, byte[] value)
    {
        var target = FileOf(key);
        using (var file = new FileStream(target + Temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            file.Write([(byte)key.Length, .. Encoding.UTF8.GetBytes(key), .. value]);
            Sync(file);
        }
        File.Move(target + Temporary, target, overwrite: true);
        SyncFolder();
    }

    internal virtual void Delete(string key)
    {
        File.Delete(FileOf(key));
        SyncFolder();
    }

    internal virtual IEnumerable<(string Key, long Size)> List() =>
        from file in Directory.GetFiles(folder)
        where !file.EndsWith(Temporary, StringComparison.Ordinal)
        let bytes = File.ReadAllBytes(file)
        select (Encoding.UTF8.GetString(bytes, 1, bytes[0]), (long)bytes.Length - 1 - bytes[0]);

    protected string Folder => folder;

    // A test key is short ASCII; it stands before its value.
    protected string FileOf(string key) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    protected virtual void Sync(FileStream file) => Disk.Sync(file.SafeFileHandle);

    protected virtual void SyncFolder() => Disk.SyncFolder(folder);

    /// <summary>Nothing waits to be written.</summary>
    public virtual void Dispose()
    {
    }

    static byte[] Value(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == 0 ? [] : bytes[(1 + bytes[0])..];
    }
}
