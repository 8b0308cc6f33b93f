namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>A correct cache in front of <see cref="PolicySource"/>: one load for all who miss, for a declared time,
/// never of absence. A mutant does something wrong with it.</summary>
internal class CachedPolicyStore(PolicySource source, CachedPolicies cache, TenantId tenant, TimeProvider time)
    : IPolicyStore, IPolicyWriter
{
    protected CachedPolicies Cache => cache;

    protected PolicySource Source => source;

    protected TenantId Tenant => tenant;

    protected TimeProvider Time => time;

    public virtual async ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = (tenant, agent);
        while (true)
        {
            if (cache.Entries.TryGetValue(key, out var entry) && !IsOver(entry))
            {
                if (await entry.Load is { } policy) return policy;
                cache.Entries.TryRemove(new(key, entry));
            }
            var load = new TaskCompletionSource<PolicyDocument?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var mine = new CachedPolicies.Entry(load.Task, time.GetTimestamp());
            var won = entry is null || !cache.Entries.ContainsKey(key)
                ? cache.Entries.TryAdd(key, mine)
                : cache.Entries.TryUpdate(key, mine, entry);
            if (!won) continue;
            var loaded = await source.ReadAsync(tenant, agent);
            if (loaded is null) cache.Entries.TryRemove(new(key, mine));
            load.SetResult(loaded);
            return loaded;
        }
    }

    public virtual ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        cache.Entries.TryRemove((tenant, agent), out _);
        return default;
    }

    public async ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await source.PutAsync(tenant, agent, policy, cancellationToken);
        cache.Entries.TryRemove((tenant, agent), out _);
    }

    protected virtual bool IsOver(CachedPolicies.Entry entry) => time.GetElapsedTime(entry.Began) >= PolicySource.Life;
}
