using System.Globalization;
using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>Counts the driver's connections and a tenant's counters.</summary>
internal sealed class PostgresResources(PrivatePostgres server) : IResourceProbe
{
    public async ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) =>
        (int)await NumberAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'StorageKit'", cancellationToken);

    public ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        NumberAsync($"SELECT count(*) FROM storagekit.counters WHERE tenant = '{tenant}'", cancellationToken);

    async ValueTask<long> NumberAsync(string sql, CancellationToken cancellationToken) =>
        long.Parse(await server.QueryAsync(sql, cancellationToken), CultureInfo.InvariantCulture);
}
