using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Looks whether a login can do nothing but read: a read-only transaction alone does not keep a superuser from
/// files and programs.</summary>
internal static class ReadOnlyLogin
{
    // One line for each power that the login has, directly or by a role that it could take on.
    const string Look = """
        WITH roles AS (
            SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')
        )
        SELECT * FROM (
            SELECT 'is a superuser, or may become one' WHERE EXISTS (SELECT FROM roles WHERE rolsuper)
            UNION ALL SELECT 'may create roles or databases, replicate, or bypass row-level security'
                WHERE EXISTS (SELECT FROM roles WHERE rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
            UNION ALL SELECT 'is a member of ' || string_agg(rolname, ', ' ORDER BY rolname) FROM roles
                WHERE rolname ~ '^pg_' AND rolname NOT IN ('pg_read_all_data', 'pg_monitor', 'pg_read_all_settings',
                    'pg_read_all_stats', 'pg_stat_scan_tables', 'pg_database_owner')
                HAVING count(*) > 0
            UNION ALL SELECT 'may create schemas in this database'
                WHERE EXISTS (SELECT FROM roles WHERE has_database_privilege(oid, current_database(), 'CREATE'))
            UNION ALL SELECT 'may create things in the schema ' || min(n.nspname) FROM pg_namespace n, roles r
                WHERE n.nspname !~ '^pg_' AND has_schema_privilege(r.oid, n.oid, 'CREATE') HAVING count(*) > 0
            UNION ALL SELECT 'may change ' || min(c.oid::regclass::text) FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace, roles r
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_' AND (
                    (c.relkind IN ('r', 'v', 'm', 'p', 'f') AND (
                        has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                        OR has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE')))
                    OR (c.relkind = 'S' AND has_sequence_privilege(r.oid, c.oid, 'USAGE, UPDATE')))
                HAVING count(*) > 0
        ) AS powers(power)
        """;

    /// <exception cref="StorageException"><see cref="StorageErrorKind.Unauthorized"/>: it can do more; the message says
    /// what.</exception>
    internal static async Task CheckAsync(
        NpgsqlConnection connection, string username, CancellationToken cancellationToken)
    {
        var look = new NpgsqlCommand(Look, connection);
        await using var ownedLook = look.ConfigureAwait(false);
        var row = await look.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var ownedRow = row.ConfigureAwait(false);
        List<string> powers = [];
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false)) powers.Add(row.GetString(0));
        if (powers.Count > 0)
            throw new StorageException(
                StorageErrorKind.Unauthorized,
                $"query_username \"{username}\" must only be able to read, but {string.Join("; ", powers)}; create a "
                + "login of its own and grant it SELECT on what agents may see");
    }
}
