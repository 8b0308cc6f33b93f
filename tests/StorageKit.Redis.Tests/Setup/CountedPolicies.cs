using System.Collections.Concurrent;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>The source behind the suite's cache: policies that all instances of this process share, whose reads are
/// counted and can be held up.</summary>
internal sealed class CountedPolicies : IPolicySource
{
    readonly ConcurrentDictionary<(TenantId, AgentId), PolicyDocument> _stored = [];
    readonly ConcurrentDictionary<(TenantId, AgentId), int> _reads = [];
    readonly ConcurrentDictionary<(TenantId, AgentId), Held> _held = [];

    internal static CountedPolicies Shared { get; } = new();

    public TimeSpan TimeToLive { get; } = new RedisOptions().PolicyTtl;

    public int ReadsOf(TenantId tenant, AgentId agent) => _reads.GetValueOrDefault((tenant, agent));

    public ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _stored.AddOrUpdate((tenant, agent), policy, (_, held) => held.Version > policy.Version ? held : policy);
        return default;
    }

    public IDisposable Hold(TenantId tenant, AgentId agent) =>
        _held[(tenant, agent)] = new(() => _held.TryRemove((tenant, agent), out _));

    internal async ValueTask<PolicyDocument?> ReadAsync(TenantId tenant, AgentId agent)
    {
        var seen = _stored.GetValueOrDefault((tenant, agent));
        _reads.AddOrUpdate((tenant, agent), 1, (_, reads) => reads + 1);
        // The way back from a source takes time, in which others go on.
        await Task.Yield();
        if (_held.TryGetValue((tenant, agent), out var held)) await held.End;
        return seen;
    }

    sealed class Held(Action remove) : IDisposable
    {
        readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task End => _end.Task;

        public void Dispose()
        {
            remove();
            _end.SetResult();
        }
    }
}
