namespace StorageKit.Sqlite;

public abstract partial class SqliteStore : IDiagnosable
{
    /// <summary>Looks at the library, the file, its journal and its disk.</summary>
    public async ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var (version, journal, synchronous) = await ComputeAsync(
            connection => (
                (string)connection.Scalar("SELECT sqlite_version()")!,
                (string)connection.Scalar("PRAGMA journal_mode")!, connection.Number("PRAGMA synchronous")),
            cancellationToken).ConfigureAwait(false);
        var path = Path.GetFullPath(Options.Path);
        return
        [
            new(BackendFindingLevel.Good, "version", $"SQLite {version}"),
            // Both are set at each opening; somebody else's connection cannot change them for ours.
            journal == "wal" && synchronous >= 2
                ? new(BackendFindingLevel.Good, "sync", "write-ahead log, synced before it is acknowledged")
                : new(
                    BackendFindingLevel.Bad, "sync", $"journal_mode is {journal}, synchronous is {synchronous}",
                    "the file system does not carry a write-ahead log: move the file to a local disk"),
            DiskFindings.Rights(path),
            .. DiskFindings.Of(path),
            .. Encryption,
        ];
    }

    IEnumerable<BackendFinding> Encryption => Options.Plaintext
        ? [
            new(
                BackendFindingLevel.Notice, "encryption",
                "plaintext = true: credentials may lie unencrypted in the file",
                "add [storage.encryption], and take plaintext away when all are sealed"),
        ]
        : [];
}
