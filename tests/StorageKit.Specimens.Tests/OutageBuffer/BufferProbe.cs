using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Memory;

namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>What has arrived at the sink and, where that is away for good, what still waits.</summary>
internal sealed class BufferProbe(MemoryLogs arrived, string folder, bool withWaiting) : IAuditProbe
{
    /// <summary>The reference has one file for all; a tenant of ours has one of its own.</summary>
    internal static string File(string folder, TenantId tenant) => Path.Combine(folder, $"{tenant}.db");

    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
        TenantId tenant, CancellationToken cancellationToken = default) =>
        [
            .. await arrived.ReadAllAsync(tenant, cancellationToken),
            .. withWaiting ? BufferTable.ReadAll(File(folder, tenant)) : [],
        ];
}
