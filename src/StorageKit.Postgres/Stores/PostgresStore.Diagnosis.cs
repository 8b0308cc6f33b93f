using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

public abstract partial class PostgresStore : IDiagnosable
{
    static readonly Statement s_settings = new("""
        SELECT current_setting('server_version'), current_setting('fsync'), current_setting('full_page_writes'),
            current_setting('synchronous_commit'), current_setting('data_checksums'),
            coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = session_user), false),
            coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
            current_setting('max_connections')::int, clock_timestamp(),
            EXISTS (
                SELECT FROM pg_namespace
                WHERE nspname = current_schema() AND pg_has_role(session_user, nspowner, 'MEMBER'))
        """);

    /// <summary>Looks at the server's version, its sync settings, the login, the encryption of the connection and the
    /// clock.</summary>
    public async ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var before = clock.GetUtcNow();
        return (await ReadAsync(s_settings, row => Findings(row, before, clock.GetUtcNow()), cancellationToken)
            .ConfigureAwait(false))!;
    }

    IReadOnlyList<BackendFinding> Findings(NpgsqlDataReader row, DateTimeOffset before, DateTimeOffset after) =>
    [
        new(BackendFindingLevel.Good, "version", $"PostgreSQL {row.GetString(0)}"),
        IsOn("fsync", row.GetString(1), "an operating system's crash loses or tears what was acknowledged"),
        IsOn("full_page_writes", row.GetString(2), "a crash can tear pages"),
        // The driver sets it to on for its own transactions where the server says less.
        row.GetString(3) == "off"
            ? new(
                BackendFindingLevel.Bad, "synchronous_commit", "off: acknowledged entries can be lost by a crash",
                "set synchronous_commit to on for this role or server")
            : new(BackendFindingLevel.Good, "synchronous_commit", row.GetString(3)),
        row.GetString(4) == "on"
            ? new(BackendFindingLevel.Good, "data_checksums", "on")
            : new(
                BackendFindingLevel.Notice, "data_checksums", "off: a disk that returns other bytes is not noticed",
                "stop the server and run pg_checksums --enable"),
        row.GetBoolean(5)
            ? new(
                BackendFindingLevel.Notice, "rights", "the login is a superuser; the runtime role holds it back only "
                + "within transactions", "log in as a user that is only a member of the runtime role")
            : row.GetBoolean(9)
                ? new(
                    BackendFindingLevel.Notice, "rights", "the login owns the tables, so whoever has it can take the "
                    + "guards of the audit log away", "let another role create the schema, and log in as a user that "
                    + "is only a member of the runtime role")
                : new(BackendFindingLevel.Good, "rights", "the login does not own the tables"),
        row.GetBoolean(6) || Options.Host.StartsWith('/')
            ? new(BackendFindingLevel.Good, "encryption", row.GetBoolean(6) ? "TLS" : "Unix socket")
            : new(
                BackendFindingLevel.Notice, "encryption", "the connection is not encrypted",
                "set ssl_mode to verify_full, unless the network is this machine's own"),
        row.GetInt32(7) < Options.MaxPoolSize
            ? new(
                BackendFindingLevel.Bad, "connections", string.Create(
                    CultureInfo.InvariantCulture,
                    $"max_connections is {row.GetInt32(7)}, max_pool_size is {Options.MaxPoolSize}"),
                "lower max_pool_size, or raise max_connections")
            : new(
                BackendFindingLevel.Good, "connections",
                string.Create(CultureInfo.InvariantCulture, $"at most {Options.MaxPoolSize} of {row.GetInt32(7)}")),
        ClockFinding.Of(row.GetFieldValue<DateTimeOffset>(8), before, after),
    ];

    static BackendFinding IsOn(string setting, string value, string otherwise) => value == "on"
        ? new(BackendFindingLevel.Good, setting, "on")
        : new(BackendFindingLevel.Bad, setting, $"{value}: {otherwise}", $"set {setting} = on");
}
