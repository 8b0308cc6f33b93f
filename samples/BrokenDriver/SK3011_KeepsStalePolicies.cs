using System.Collections.Concurrent;
using StorageKit;

namespace BrokenDriver;

/// <summary>A policy that was withdrawn is enforced for as long as the process lives.</summary>
[StorageDriver("stale-policies")]
public sealed class StalePolicies : IPolicyStore
{
    readonly ConcurrentDictionary<AgentId, PolicyDocument?> _cache = new();

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        new(_cache.GetOrAdd(agent, ReadFile)); // SK3011

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default;

    static PolicyDocument? ReadFile(AgentId agent)
    {
        var path = $"policies/{agent}.json";
        return File.Exists(path) ? PolicyDocument.FromJson(File.ReadAllText(path)) : null;
    }
}
