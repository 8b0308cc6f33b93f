namespace StorageKit.Redis.Tests;

/// <summary>A source of policies whose reads can be held up after they have seen what is stored.</summary>
[NotADriver]
internal sealed class GatedPolicies : IPolicyStore, IPolicyWriter
{
    volatile PolicyDocument? _stored;
    volatile TaskCompletionSource? _gate;
    int _reads;

    internal int Reads => Volatile.Read(ref _reads);

    internal TaskCompletionSource Hold() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Store(uint version) => _stored = new(version, $"version {version}", []);

    internal void Remove() => _stored = null;

    public async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        var seen = _stored;
        Interlocked.Increment(ref _reads);
        if (Interlocked.Exchange(ref _gate, null) is { } gate) await gate.Task;
        return seen;
    }

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) => default;

    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        _stored = policy;
        return default;
    }
}
