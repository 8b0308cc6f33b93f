using System.Collections.Concurrent;
using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Memory;

/// <summary>Entries by tenant: the contract has no read-back, so the kit looks here.</summary>
internal sealed class MemoryLogs : IAuditProbe
{
    readonly ConcurrentDictionary<TenantId, List<AuditEntry>> _entries = new();

    internal List<AuditEntry> Of(TenantId tenant) => _entries.GetOrAdd(tenant, static _ => []);

    public ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
        TenantId tenant, CancellationToken cancellationToken = default)
    {
        var entries = Of(tenant);
        lock (entries) return new(entries.ToArray());
    }
}
