using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

/// <summary>A correct lifecycle store in a dictionary under one lock, of which a mutant may replace a rule.</summary>
internal class LockedLifecycle(AgentBackend backend, TenantId tenant, TimeProvider time)
    : ILifecycleStore, ILifecycleMonitor
{
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        lock (backend)
        {
            var stale = backend.Agents.GetValueOrDefault(KeyOf(agent));
            backend.Agents[KeyOf(agent)] = Registered(agent, stale);
        }
        return default;
    }

    public virtual ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        lock (backend)
        {
            if (!backend.Agents.TryGetValue(KeyOf(agent), out var known) || IsExpired(known)) throw NotFound();
            backend.Agents[KeyOf(agent)] = Heard(known);
        }
        return default;
    }

    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        lock (backend) backend.Agents.Remove(KeyOf(agent));
        return default;
    }

    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        new(Find(agent)?.LastSeen);

    public async IAsyncEnumerable<AgentStatus> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        AgentStatus[] all;
        lock (backend) all = [.. backend.Agents.Where(pair => pair.Key.Tenant == tenant).Select(pair => pair.Value)];
        foreach (var status in all)
            if (!IsExpired(status))
                yield return status;
    }

    protected TimeProvider Time => time;

    protected AgentBackend Backend => backend;

    protected virtual (TenantId Tenant, AgentId Agent) KeyOf(AgentId agent) => (tenant, agent);

    protected virtual DateTimeOffset Now() => time.GetUtcNow();

    protected virtual AgentStatus Registered(AgentId agent, AgentStatus? stale) => new(agent, Now(), Now());

    protected virtual AgentStatus Heard(AgentStatus known) =>
        known with { LastSeen = Now() is var now && now > known.LastSeen ? now : known.LastSeen };

    protected virtual bool IsExpired(AgentStatus known) => false;

    protected AgentStatus? Find(AgentId agent)
    {
        lock (backend)
            return backend.Agents.TryGetValue(KeyOf(agent), out var known) && !IsExpired(known) ? known : null;
    }

    protected void Put(AgentStatus status)
    {
        lock (backend) backend.Agents[KeyOf(status.Agent)] = status;
    }

    protected static StorageException NotFound() => new(StorageErrorKind.NotFound, "the agent is not registered");
}
