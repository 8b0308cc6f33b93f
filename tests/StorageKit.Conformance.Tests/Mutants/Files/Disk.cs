using System.Runtime.InteropServices;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Syncs that fail when the disk fails: the runtime's own <c>Flush(flushToDisk: true)</c> keeps silent about
/// an fsync that ends in EIO.</summary>
internal static class Disk
{
    internal static void Sync(SafeHandle file)
    {
        if (SyncFile(file) != 0) throw new IOException("The disk failed to sync.");
    }

    internal static void SyncFolder(string folder)
    {
        const int ReadOnly = 0;
        var directory = OpenFile(folder, ReadOnly);
        if (directory < 0 || SyncFile(directory) != 0 || CloseFile(directory) != 0)
            throw new StorageException(StorageErrorKind.Backend, "the folder cannot be synced");
    }

    [DllImport("libc", EntryPoint = "open")]
    static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    static extern int SyncFile(SafeHandle file);

    [DllImport("libc", EntryPoint = "fsync")]
    static extern int SyncFile(int file);

    [DllImport("libc", EntryPoint = "close")]
    static extern int CloseFile(int file);
}
