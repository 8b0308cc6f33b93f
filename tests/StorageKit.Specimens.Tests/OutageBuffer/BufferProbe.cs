using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Memory;

namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>What has arrived at the sink, and then what still waits.</summary>
internal sealed class BufferProbe(MemoryLogs arrived, string folder) : IAuditProbe
{
    /// <summary>The reference has one file for all; a tenant of ours has one of its own.</summary>
    internal static string File(string folder, TenantId tenant) => Path.Combine(folder, $"{tenant}.db");

    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
        TenantId tenant, CancellationToken cancellationToken = default) =>
        [
            .. await arrived.ReadAllAsync(tenant, cancellationToken),
            .. BufferTable.ReadAll(File(folder, tenant)),
        ];
}
