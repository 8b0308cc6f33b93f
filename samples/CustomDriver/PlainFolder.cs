using System.Runtime.InteropServices;
using StorageKit;

namespace Acme.PlainFiles;

[StorageOptions]
public sealed record PlainFilesOptions
{
    /// <summary>The folder that everything is kept in; made if it is not there.</summary>
    public required string Folder { get; init; }
}

/// <summary>The folder of a [storage.plainfiles] section, shared by the driver's stores.</summary>
[StorageResource]
public sealed class PlainFolder(PlainFilesOptions options, TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly DateTimeOffset _opened = time.GetUtcNow();
    readonly long _openedAt = time.GetTimestamp();
    bool _disposed;

    /// <summary>The wall clock at the opening, then monotonic time: setting the clock moves no window.</summary>
    public DateTimeOffset Now => _opened + time.GetElapsedTime(_openedAt);

    /// <summary>Works on a file alone: one caller of this process, and, by the file's own lock, one process.</summary>
    public async ValueTask<T> AloneAsync<T>(string file, Func<FileStream, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Directory.CreateDirectory(options.Folder);
            using var stream = await OpenAsync(Path.Combine(options.Folder, file), cancellationToken)
                .ConfigureAwait(false);
            return work(stream);
        }
        catch (IOException e)
        {
            throw new StorageException(StorageErrorKind.Backend, $"the disk refuses it ({e.GetType().Name})");
        }
        finally
        {
            _turn.Release();
        }
    }

    static async ValueTask<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                // No buffer: a write that fails must not be tried again when the stream is closed.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (attempt < 1000)
            {
                await Task.Delay(1, cancellationToken).ConfigureAwait(false); // another process has its turn
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StorageException(StorageErrorKind.Backend, $"the folder cannot be used ({e.GetType().Name})");
            }
        }
    }

    /// <summary>Returns when the disk has what was written.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Sync(FileStream file)
    {
        // On Unix the runtime says nothing when the disk fails (EIO), so the system is asked itself.
        if (OperatingSystem.IsWindows()) file.Flush(flushToDisk: true);
        else if (SyncFile(file.SafeFileHandle) != 0) throw new IOException("The disk failed to sync.");
    }

    [DllImport("libc", EntryPoint = "fsync")]
    static extern int SyncFile(SafeHandle file);

    public void Dispose() => _disposed = true;
}
