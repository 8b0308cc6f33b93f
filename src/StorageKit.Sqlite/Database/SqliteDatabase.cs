using Microsoft.Extensions.Logging;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite;

/// <summary>The database file of one <c>[storage.sqlite]</c> section, shared by the stores of all tenants: one writer
/// that commits in groups, and readers that it does not hold up. Thread-safe.</summary>
/// <remarks>Several instances and processes may open one file. What is acknowledged is synced to the disk.</remarks>
[StorageResource]
public sealed class SqliteDatabase : IAsyncDisposable
{
    // Longer than a busy disk takes, shorter than whoever asks for health waits.
    static readonly TimeSpan s_healthLimit = TimeSpan.FromSeconds(5);

    readonly Writer _writer;
    readonly ReaderPool _readers;
    readonly HealthProbe _health;
    readonly DatabaseFile _file;

    SqliteDatabase(
        SqliteOptions options, DatabaseFile file, Writer writer, ReaderPool readers, SteadyClock clock, ILogger logger)
    {
        Options = options;
        _file = file;
        _health = new(
            AskAsync, s_healthLimit,
            $"look at the disk of the database \"{file.Name}\", and at who else is writing to it");
        _writer = writer;
        _readers = readers;
        Clock = clock;
        Logger = logger;
    }

    internal SqliteOptions Options { get; }

    internal SteadyClock Clock { get; }

    internal ILogger Logger { get; }

    /// <summary>Opens the file, creates it when it is not there, and brings an older schema up to date.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock of windows and expiry.</param>
    /// <param name="logger">Hears of migrations.</param>
    /// <param name="cancellationToken">Looked at before and after the opening, which does not last longer than
    /// <see cref="SqliteOptions.BusyTimeout"/>.</param>
    /// <exception cref="StorageException">An option is out of its range, or the file cannot be opened, is no database
    /// of ours, or has a newer schema; the message says what to do.</exception>
    public static async ValueTask<SqliteDatabase> OpenAsync(
        SqliteOptions options, TimeProvider time, ILogger<SqliteDatabase> logger,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        OptionRanges.Check(options);
        // SQLite blocks while it waits for another process's lock.
        var database = await Task
            .Factory.StartNew(
                () => Open(options, time, logger), cancellationToken, TaskCreationOptions.LongRunning,
                TaskScheduler.Default)
            .ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested) return database;
        await database.DisposeAsync().ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }

    static SqliteDatabase Open(SqliteOptions options, TimeProvider time, ILogger logger)
    {
        var file = new DatabaseFile(options);
        file.Ensure(options.Path);
        DatabaseConnection? connection = null;
        try
        {
            connection = file.OpenWriter();
            var writeLock = new WriteLock(connection, options.BusyTimeout, file.Name);
            var found = SchemaMigration.Apply(connection, writeLock, file.Name, Schema.Scripts);
            if (found != Schema.Scripts.Count) SqliteLog.Migrated(logger, file.Name, found, Schema.Scripts.Count);
            return new(options, file, new(connection, writeLock, file.Name), new(file), new(time), logger);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            var failure = SqliteFailure.Of(e, file.Name);
            if (ReferenceEquals(failure, e)) throw;
            throw failure;
        }
    }

    internal ValueTask<T> ReadAsync<T>(Func<DatabaseConnection, T> read, CancellationToken cancellationToken) =>
        _readers.ReadAsync(read, cancellationToken);

    internal Task<T> WriteAsync<T>(Func<DatabaseConnection, T> write, CancellationToken cancellationToken) =>
        _writer.WriteAsync(write, cancellationToken);

    /// <summary>Returns when the file was locked for writing and read, and is where it was opened.</summary>
    internal ValueTask CheckHealthAsync(CancellationToken cancellationToken) => _health.CheckAsync(cancellationToken);

    async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        var isThere = await WriteAsync(
            connection =>
            {
                connection.Number("SELECT count(*) FROM sqlite_schema");
                return File.Exists(Options.Path);
            },
            cancellationToken).ConfigureAwait(false);
        // An open file can be written to after it was removed, and all of that is lost when it is closed.
        if (!isThere)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"the database \"{_file.Name}\" was removed or moved while it was open, and what is written now is "
                + "lost at the end; put it back or restore it from a backup, and open it again");
    }

    /// <summary>Ends the database: new calls are refused, queued writes are still written and acknowledged, running
    /// reads end. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        // The writer goes last: the last connection of all moves the write-ahead log into the file.
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }
}
