using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Local;

/// <summary>The lock of a folder, between processes and between opened sections of one process: held shared by whoever
/// replaces a file, and alone by whoever appends to the log or looks at all files. Thread-safe.</summary>
/// <remarks>A second file says whose turn it is, so that neither a stream of shared holders nor a busy process keeps
/// others out for ever. The system gives both back when their process dies.</remarks>
internal sealed class FolderLock(string folder, TimeSpan patience)
{
    const int LockedOnLinux = 11, LockedOnMac = 35, LockedOnWindows = unchecked((int)0x80070020);
    const int Hasty = 10;

    readonly object _callers = new();
    readonly string _turn = Path.Combine(folder, "turn.lock");
    readonly string _lock = Path.Combine(folder, "folder.lock");

    /// <summary>Waits until nobody holds it alone. Dispose what is returned.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Timeout"/>.</exception>
    internal FileStream TakeShared() => Take(FileAccess.Read, FileShare.Read);

    /// <summary>Waits until nobody else holds it. Dispose what is returned.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Timeout"/>.</exception>
    internal FileStream TakeAlone() => Take(FileAccess.ReadWrite, FileShare.None);

    /// <summary>Makes the two files, readable for their owner whatever the umask is.</summary>
    internal void Make()
    {
        foreach (var path in (string[])[_turn, _lock])
        {
            try
            {
                if (!File.Exists(path)) PrivateFile.Create(path).Dispose();
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was faster.
            }
        }
    }

    FileStream Take(FileAccess access, FileShare share)
    {
        var start = Stopwatch.GetTimestamp();
        // Callers of this section line up here; only others are waited for by trying.
        lock (_callers)
        {
            using var turn = Take(_turn, FileAccess.ReadWrite, FileShare.None, start);
            return Take(_lock, access, share, start);
        }
    }

    FileStream Take(string path, FileAccess access, FileShare share, long start)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return PrivateFile.Open(path, FileMode.Open, access, share);
            }
            catch (IOException e) when (e.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows)
            {
                if (Stopwatch.GetElapsedTime(start) >= patience) throw Busy(path);
            }
            Thread.Sleep(attempt < Hasty ? 0 : 1);
        }
    }

    StorageException Busy(string path) => new(
        StorageErrorKind.Timeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"another process or section held \"{path}\" for longer than busy_timeout ({patience.TotalSeconds} s); "
            + $"nothing was changed, try again, or see with fuser or lsof who it is"));
}
