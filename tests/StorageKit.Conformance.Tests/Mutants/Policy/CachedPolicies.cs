using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>What the instances of <see cref="CachedPolicyStore"/> share: a cache in the middle.</summary>
internal sealed class CachedPolicies
{
    internal ConcurrentDictionary<(TenantId, AgentId), Entry> Entries { get; } = new();

    /// <summary>A copy, or what will be one.</summary>
    internal sealed record Entry(Task<PolicyDocument?> Load, long Began);
}
