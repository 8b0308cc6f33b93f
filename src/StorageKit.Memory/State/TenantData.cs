using System.Diagnostics;

namespace StorageKit.Memory;

/// <summary>What one tenant has stored, contract by contract.</summary>
internal sealed class TenantData(MemoryOptions options, TimeProvider time)
{
    internal PolicyTable Policies { get; } = new();

    internal AuditRecords Audit { get; } = new(options.EnforceChain);

    internal SessionTable Sessions { get; } = new(time, options.SessionTtl);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ByteTable Credentials { get; } = new();

    internal CounterTable Counters { get; } = new(time);

    internal AgentTable Agents { get; } = new(time, options.AgentTtl);

    internal ByteTable Objects { get; } = new();
}
