using Microsoft.Extensions.Logging;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Looks, at the opening, whether the server can hold what the driver promises.</summary>
internal static class ServerChecks
{
    const string Look = """
        SELECT r.rolsuper OR r.rolbypassrls, t.tableowner = r.rolname, pg_has_role(r.oid, 'MEMBER'),
            current_setting('fsync') = 'on', current_setting('full_page_writes') = 'on'
        FROM pg_roles r, pg_tables t
        WHERE r.rolname = $1 AND t.schemaname = $2 AND t.tablename = 'audit'
        """;

    /// <exception cref="StorageException"><see cref="StorageErrorKind.Unauthorized"/>: nobody would hold the runtime
    /// role to append-only and to its tenant, or the user may not take it on.</exception>
    internal static async Task RunAsync(
        NpgsqlConnection connection, PostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var ownedCommand = command.ConfigureAwait(false);
        var look = new Statement(Look, options.RuntimeRole, options.Schema);
        command.CommandText = look.Sql;
        command.Parameters.AddRange(look.Parameters().ToArray());
        var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var ownedRow = row.ConfigureAwait(false);
        if (!await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            throw Refused(options, "does not exist; create it, or open once with migrate = true");
        if (row.GetBoolean(0))
            throw Refused(options, "is a superuser or bypasses row-level security; name another one");
        if (row.GetBoolean(1)) throw Refused(options, "owns the tables; name one that does not");
        if (!row.GetBoolean(2))
            throw Refused(options, $"is not granted to the user; run GRANT {options.RuntimeRole} TO the user");
        if (!row.GetBoolean(3)) PostgresLog.NotDurable(logger, "fsync");
        if (!row.GetBoolean(4)) PostgresLog.NotDurable(logger, "full_page_writes");
    }

    static StorageException Refused(PostgresOptions options, string what) =>
        new(StorageErrorKind.Unauthorized, $"[storage.postgres] the runtime_role \"{options.RuntimeRole}\" {what}");
}
