namespace StorageKit.Local.Tests;

/// <summary>What disks and people do to files.</summary>
internal static class Damage
{
    internal static void Flip(string path, long at)
    {
        using var file = Open(path);
        file.Position = at;
        var one = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(one ^ 1));
    }

    internal static void Cut(string path, long length)
    {
        using var file = Open(path);
        file.SetLength(length);
    }

    internal static void Append(string path, byte[] bytes)
    {
        using var file = Open(path);
        file.Position = file.Length;
        file.Write(bytes);
    }

    static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
