using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Where <see cref="ListedAuditLog"/> keeps its entries.</summary>
internal sealed class AuditBackend
{
    readonly ConcurrentDictionary<TenantId, List<AuditRecord>> _logs = new();

    /// <summary>A tenant's log; lock it.</summary>
    internal List<AuditRecord> Of(TenantId tenant) => _logs.GetOrAdd(tenant, static _ => []);
}
