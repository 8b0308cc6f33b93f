using System.Diagnostics;
using SQLitePCL;

namespace StorageKit.Sqlite;

/// <summary>SQLite's lock against writers of other processes, taken with the transaction.</summary>
internal sealed class WriteLock(DatabaseConnection connection, TimeSpan busyTimeout, string fileName)
{
    /// <summary>Begins a transaction that nobody else writes beside.</summary>
    /// <remarks>SQLite's own waiting looks again after up to 100 ms, so that a busy process could keep another one out
    /// for seconds; looking each millisecond finds the gap between two of its commits.</remarks>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Timeout"/>: the lock was not to be had; nothing
    /// was changed.</exception>
    internal void Take()
    {
        connection.SetBusyTimeout(TimeSpan.Zero);
        // Real time, whatever clock the driver was given: this waits for another process.
        var started = Stopwatch.GetTimestamp();
        while (connection.TryBeginImmediate() is var result && result != raw.SQLITE_OK)
        {
            if (result != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(started) >= busyTimeout)
                throw SqliteFailure.Of(result, connection.ExtendedErrorCode, fileName);
            Thread.Sleep(1);
        }
    }
}
