using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace StorageKit.Local;

/// <summary>Waits until the disk has what was written.</summary>
/// <remarks>On Unix the system is asked itself: the runtime's own flush says nothing when the disk fails (EIO).
/// </remarks>
internal static partial class DiskSync
{
    const int ReadOnly = 0;

    /// <summary>Returns when the disk has the file.</summary>
    /// <exception cref="IOException">The disk failed; what was written since the last sync may be lost.</exception>
    internal static void File(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows() && Sync(file) != 0) throw Failure("sync");
        // Windows has no other call; on macOS this one empties the drive's own cache as well.
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) RandomAccess.FlushToDisk(file);
    }

    /// <summary>Returns when the disk knows which files are in the folder. Windows sees to that by itself.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    internal static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = Open(path, ReadOnly);
        if (folder.IsInvalid) throw Failure("open the folder");
        if (Sync(folder) != 0) throw Failure("sync the folder");
    }

    static IOException Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"The system could not {what} ({Marshal.GetPInvokeErrorMessage(error)}).", error);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
