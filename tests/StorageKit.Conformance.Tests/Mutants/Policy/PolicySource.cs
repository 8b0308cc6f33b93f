using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>What stands behind <see cref="CachedPolicyStore"/>: policies whose reads are counted and can be held back.
/// </summary>
internal sealed class PolicySource : IPolicySource
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(TenantId, AgentId), PolicyDocument> _stored = new();
    readonly ConcurrentDictionary<(TenantId, AgentId), int> _reads = new();
    readonly ConcurrentDictionary<(TenantId, AgentId), Gate> _gates = new();

    public TimeSpan TimeToLive => Life;

    public int ReadsOf(TenantId tenant, AgentId agent) => _reads.GetValueOrDefault((tenant, agent));

    public ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _stored.AddOrUpdate((tenant, agent), policy, (_, held) => held.Version > policy.Version ? held : policy);
        return default;
    }

    public IDisposable Hold(TenantId tenant, AgentId agent) =>
        _gates[(tenant, agent)] = new(() => _gates.TryRemove((tenant, agent), out _));

    internal async ValueTask<PolicyDocument?> ReadAsync(TenantId tenant, AgentId agent)
    {
        var seen = _stored.GetValueOrDefault((tenant, agent));
        _reads.AddOrUpdate((tenant, agent), 1, (_, reads) => reads + 1);
        if (_gates.TryGetValue((tenant, agent), out var gate)) await gate.Opened;
        return seen;
    }

    sealed class Gate(Action remove) : IDisposable
    {
        readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Opened => _opened.Task;

        public void Dispose()
        {
            remove();
            _opened.SetResult();
        }
    }
}
