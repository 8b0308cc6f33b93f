using Microsoft.Extensions.Logging;
using Npgsql;
using StorageKit.Diagnostics;

namespace StorageKit.Postgres;

/// <summary>The schema of one <c>[storage.postgres]</c> section and the connections to it, shared by the stores of all
/// tenants. Thread-safe.</summary>
/// <remarks>Any number of services may use one schema. After the server was away, the next call connects anew.
/// </remarks>
[StorageResource]
public sealed class PostgresDatabase : IAsyncDisposable
{
    static readonly Statement s_isStandby = new("SELECT pg_is_in_recovery() FROM schema_versions LIMIT 1");

    readonly TenantTransaction _healthTransaction;
    readonly HealthProbe _health;

    PostgresDatabase(PostgresOptions options, string name, ServerCalls calls, ILogger logger)
    {
        Options = options;
        Name = name;
        Calls = calls;
        Logger = logger;
        _healthTransaction = new(options, TenantId.System);
        _health = new(
            AskAsync, options.ConnectTimeout + options.CommandTimeout,
            $"look at whether {name} runs and is reached (connect_timeout, command_timeout)");
    }

    internal PostgresOptions Options { get; }

    /// <summary>What messages call it.</summary>
    internal string Name { get; }

    internal ServerCalls Calls { get; private set; }

    /// <summary>Whether statements stay prepared on a connection, which halves what a small transaction costs.</summary>
    internal bool Prepares { get; private set; }

    internal ILogger Logger { get; }

    /// <summary>Runs queries; null where the section does not allow any.</summary>
    internal QueryLogin? Queries { get; private set; }

    /// <summary>Connects, and creates the schema or brings an older one up to date where <c>migrate</c> allows it.
    /// </summary>
    /// <param name="options">Where it is.</param>
    /// <param name="logger">Hears of migrations and of settings that make the server forget.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="StorageException">An option is out of its range, the server cannot be reached, or the schema is
    /// not one that this version can use; the message says what to do.</exception>
    public static async ValueTask<PostgresDatabase> OpenAsync(
        PostgresOptions options, ILogger<PostgresDatabase> logger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        OptionRanges.Check(options);
        var name = ConnectionSettings.NameOf(options);
        var database = new PostgresDatabase(
            options, name, new(ConnectionSettings.PoolOf(options), options, name), logger);
        try
        {
            await database.Calls.RunAsync<int>(
                options.Layout == PostgresLayout.AgentAssembly ? database.LookAsync : database.PrepareAsync,
                mayRepeat: true, cancellationToken).ConfigureAwait(false);
            await database.PrepareStatementsAsync(cancellationToken).ConfigureAwait(false);
            if (options.Query)
            {
                database.Queries = new(options, name);
                await database.Queries.CheckAsync(cancellationToken).ConfigureAwait(false);
            }
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    async Task<int> PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var migration = new SchemaMigration(Options, Name, Schema.Scripts);
        var found = await migration.ApplyAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found != Schema.Scripts.Count)
            PostgresLog.Migrated(Logger, Options.Schema, found, Schema.Scripts.Count);
        await ServerChecks.RunAsync(connection, Options, Logger, cancellationToken).ConfigureAwait(false);
        return found;
    }

    // A pooler gives its clients numbers of its own: where ours is the server process's, there is none, and what is
    // prepared on a connection stays there.
    async Task PrepareStatementsAsync(CancellationToken cancellationToken)
    {
        Prepares = await Calls.RunAsync(IsDirectAsync, mayRepeat: true, cancellationToken).ConfigureAwait(false);
        if (!Prepares) return;
        await Calls.DisposeAsync().ConfigureAwait(false);
        Calls = new(ConnectionSettings.PoolOf(Options, prepares: true), Options, Name);
    }

    static async Task<bool> IsDirectAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var owned = command.ConfigureAwait(false);
        command.CommandText = "SELECT pg_backend_pid()";
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is int process
            && process == connection.ProcessID;
    }

    Task<int> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        SqlxMigrations.CheckAsync(connection, Options, Name, cancellationToken);

    /// <summary>Returns when the schema was read on a server that takes writes.</summary>
    internal ValueTask CheckHealthAsync(CancellationToken cancellationToken) => _health.CheckAsync(cancellationToken);

    async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        var isStandby = await Calls.RunAsync(
            (connection, token) => _healthTransaction.RunAsync(
                connection, [s_isStandby], Rows.FirstOf(static row => row.GetBoolean(0)), token),
            mayRepeat: true, cancellationToken).ConfigureAwait(false);
        if (isStandby)
            throw new StorageException(
                StorageErrorKind.Backend, $"{Name} is a read-only standby; set host to the primary server",
                isTransient: true);
    }

    /// <summary>Ends the database: new calls are refused, those under way end within their time-outs. May be called
    /// again.</summary>
    public async ValueTask DisposeAsync()
    {
        await Calls.DisposeAsync().ConfigureAwait(false);
        if (Queries is { } queries) await queries.DisposeAsync().ConfigureAwait(false);
    }
}
