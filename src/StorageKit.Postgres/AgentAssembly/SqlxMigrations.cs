using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Looks at which version Agent Assembly's tables are. They are its own: it migrates them, we never do.
/// </summary>
internal static class SqlxMigrations
{
    /// <summary>The migration that the queries of this layout were written for.</summary>
    internal const long Known = 10;

    const string Newest = "SELECT max(version), bool_and(success) FROM _sqlx_migrations";

    /// <exception cref="StorageException">It is no such database, or at another version; the message says what to do.
    /// </exception>
    internal static async Task<int> CheckAsync(
        NpgsqlConnection connection, PostgresOptions options, string database, CancellationToken cancellationToken)
    {
        var isReadable = await FirstAsync(
            connection, "SELECT has_table_privilege(to_regclass('_sqlx_migrations'), 'SELECT')",
            static row => row.IsDBNull(0) ? (bool?)null : row.GetBoolean(0), cancellationToken).ConfigureAwait(false);
        if (isReadable is null)
            throw Refused(
                $"{database} has no table _sqlx_migrations where the user \"{options.Username}\" looks for tables "
                + "(search_path), so it is no database of Agent Assembly; look at database and username");
        if (isReadable == false)
            throw new StorageException(
                StorageErrorKind.Unauthorized,
                $"{AgentAssemblyLayout.Option}: the user \"{options.Username}\" cannot read the table _sqlx_migrations of "
                + $"{database}; grant it to him (GRANT SELECT ON _sqlx_migrations TO …)");
        var (version, isWhole) = await FirstAsync(
            connection, Newest, static row => row.IsDBNull(0) ? (0, true) : (row.GetInt64(0), row.GetBoolean(1)),
            cancellationToken).ConfigureAwait(false);
        if (!isWhole)
            throw Refused($"{database} has a migration that failed half way; let Agent Assembly repair it first");
        if (version == Known) return 0;
        throw Refused(string.Create(
            CultureInfo.InvariantCulture,
            $"{database} is at migration {version}, and this StorageKit.Postgres knows migration {Known}; ")
            + (version < Known
                ? "start a current Agent Assembly on it, which migrates it"
                : "use a StorageKit.Postgres that knows it"));
    }

    static async Task<T?> FirstAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T?> decode, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var ownedCommand = command.ConfigureAwait(false);
        command.CommandText = sql;
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var ownedReader = reader.ConfigureAwait(false);
        return await Rows.FirstOf(decode)(reader, cancellationToken).ConfigureAwait(false);
    }

    static StorageException Refused(string what) =>
        new(StorageErrorKind.Backend, $"{AgentAssemblyLayout.Option}: {what}", isTransient: false);
}
