using StorageKit.Conformance;

namespace StorageKit.Sqlite.Tests;

/// <summary>The log of the driver "sqlite" behind an outbox.</summary>
internal sealed class TargetLog(string folder) : IAuditProbe
{
    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
        TenantId tenant, CancellationToken cancellationToken = default)
    {
        if (!File.Exists($"{folder}/target.db")) return [];
        await using var section = await new Registry().AddSqlite().OpenSectionAsync(
            SqliteDriver.Name, $"path = '{folder}/target.db'\nplaintext = true", cancellationToken: cancellationToken);
        var stores = await section.OpenTenantAsync(tenant, cancellationToken);
        List<AuditEntry> entries = [];
        await foreach (var record in stores.Get<IAuditLog>().ReadAllAsync(cancellationToken: cancellationToken))
            entries.Add(record.Entry);
        return entries;
    }
}
