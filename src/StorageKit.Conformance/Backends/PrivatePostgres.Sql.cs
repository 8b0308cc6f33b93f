using System.Globalization;
using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance;

public sealed partial class PrivatePostgres
{
    // A table's rows can only be counted by a query that names it, so one query runs one for each table.
    const string CountEveryRow = """
        select coalesce(sum((xpath('/row/n/text()', query_to_xml(
            format('select count(*) as n from %I.%I', schemaname, relname), false, true, '')))[1]::text::bigint), 0)
        from pg_stat_user_tables
        """;

    /// <summary>Runs SQL as the superuser, by psql; for tests and probes, not for a driver.</summary>
    /// <param name="sql">One or more statements; more than one are one transaction.</param>
    /// <param name="cancellationToken">Ends the wait; the statement may have been done.</param>
    /// <returns>The rows, one a line, the columns parted by <c>|</c>, without headings.</returns>
    /// <exception cref="BackendException">It failed; with what PostgreSQL says.</exception>
    public async ValueTask<string> QueryAsync(string sql, CancellationToken cancellationToken = default)
    {
        string[] command =
        [
            _programs.Psql, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1",
            "--host=" + Host, "--port=" + Port.ToString(CultureInfo.InvariantCulture), "--username=" + Superuser,
            "--dbname=" + Address.Database, "--command=" + sql,
        ];
        var environment = new Dictionary<string, string> { ["PGPASSWORD"] = _password, ["PGCONNECT_TIMEOUT"] = "10" };
        return (await Tool.RunAsync(command, environment, cancellationToken).ConfigureAwait(false)).TrimEnd('\n');
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) =>
        (int)await NumberAsync(
            "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        NumberAsync(CountEveryRow, cancellationToken);

    async ValueTask<long> NumberAsync(string sql, CancellationToken cancellationToken) =>
        long.Parse(await QueryAsync(sql, cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);

    private protected override async Task FlushAsync(CancellationToken cancellationToken) =>
        await QueryAsync("checkpoint", cancellationToken).ConfigureAwait(false);
}
