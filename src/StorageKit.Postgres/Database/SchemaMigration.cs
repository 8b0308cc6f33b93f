using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Brings the schema to this version, in one transaction under a lock: any service that starts sees the old
/// schema or the new one, and of several that start at once one migrates.</summary>
internal sealed class SchemaMigration(PostgresOptions options, string database, IReadOnlyList<string> scripts)
{
    /// <returns>The version that was found; 0 for a new schema.</returns>
    /// <exception cref="StorageException">The schema belongs to another application or to a newer version, or is not up
    /// to date and may not be migrated; nothing was changed.</exception>
    internal async Task<int> ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await CheckAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found == scripts.Count) return found;
        if (!options.Migrate) throw NotMigrated(found);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var owned = transaction.ConfigureAwait(false);
        await RunAsync(
            connection, new("SELECT pg_advisory_xact_lock($1)", LockKey.Of("schema", options.Schema)),
            cancellationToken).ConfigureAwait(false);
        // Another service may have migrated while we waited for the lock.
        found = await CheckAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found < scripts.Count)
            await RunAsync(connection, new(Schema.ScriptFrom(found, options, scripts)), cancellationToken)
                .ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    async Task<int> CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var tables = await RunAsync(
            connection,
            new(
                """
                SELECT count(*) FILTER (WHERE c.relname = 'schema_versions') * 1000000 + count(*)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1
                """, options.Schema),
            cancellationToken).ConfigureAwait(false);
        if (tables == 0) return 0;
        if (tables < 1_000_000)
            throw new StorageException(
                StorageErrorKind.Backend,
                $"the schema \"{options.Schema}\" of {database} belongs to another application; "
                + "set schema to a name of its own");
        var version = (int)await RunAsync(
            connection, new($"SELECT max(version)::bigint FROM {options.Schema}.schema_versions"),
            cancellationToken).ConfigureAwait(false);
        if (version > scripts.Count)
            throw new StorageException(
                StorageErrorKind.Backend,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the schema \"{options.Schema}\" of {database} has version {version}, this StorageKit.Postgres "
                    + $"knows versions up to {scripts.Count}; update StorageKit.Postgres, or set another schema"));
        return version;
    }

    StorageException NotMigrated(int found) => new(
        StorageErrorKind.Backend,
        string.Create(
            CultureInfo.InvariantCulture,
            $"the schema \"{options.Schema}\" of {database} has version {found} (0: it is not there), version "
            + $"{scripts.Count} is needed, and [storage.postgres] says migrate = false. Open it once with migrate = "
            + $"true, or run this in psql as the owner of the schema:\n\nBEGIN;\n"
            + $"{Schema.ScriptFrom(found, options, scripts)}\nCOMMIT;\n"));

    static async Task<long> RunAsync(
        NpgsqlConnection connection, Statement statement, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var owned = command.ConfigureAwait(false);
        command.CommandText = statement.Sql;
        command.Parameters.AddRange(statement.Parameters().ToArray());
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long number ? number : 0;
    }
}
