namespace StorageKit.Memory;

/// <summary>A tenant's registered agents; each is gone <c>agent_ttl</c> after it was last heard of.</summary>
internal sealed class AgentTable(TimeProvider time, TimeSpan? ttl)
{
    readonly ExpiringTable<AgentId, Registration> _agents = new(time, static id => new(id));

    internal int Count => _agents.Count;

    internal void Register(AgentId agent)
    {
        while (true)
        {
            var registration = _agents.FindOrAdd(agent);
            lock (registration)
            {
                if (registration.IsRemoved) continue;
                registration.RegisteredAt = time.GetUtcNow();
                Hear(registration, registration.RegisteredAt.Value);
            }
            _agents.Reclaim(time.GetTimestamp());
            return;
        }
    }

    /// <returns>Whether the agent is registered.</returns>
    internal bool Heartbeat(AgentId agent)
    {
        if (_agents.Find(agent) is not { } registration) return false;
        lock (registration)
        {
            if (!IsAlive(registration)) return false;
            Hear(registration, time.GetUtcNow());
            return true;
        }
    }

    internal void Deregister(AgentId agent)
    {
        if (_agents.Find(agent) is not { } registration) return;
        lock (registration) _agents.Remove(registration);
    }

    internal AgentStatus? Status(AgentId agent) =>
        _agents.Find(agent) is { } registration ? Status(registration) : null;

    /// <summary>The registered agents, in the order of their ids' bytes.</summary>
    internal IEnumerable<AgentStatus> List() =>
        _agents.Entries.Select(Status).OfType<AgentStatus>().OrderBy(s => s.Agent);

    AgentStatus? Status(Registration registration)
    {
        lock (registration)
            return IsAlive(registration)
                ? new(registration.Key, registration.RegisteredAt!.Value, registration.LastSeen)
                : null;
    }

    bool IsAlive(Registration registration) =>
        registration is { IsRemoved: false, RegisteredAt: not null } && time.GetTimestamp() < registration.Deadline;

    // The wall clock may have stepped back since; what was seen stays seen.
    void Hear(Registration registration, DateTimeOffset now)
    {
        if (now > registration.LastSeen) registration.LastSeen = now;
        _agents.ExpireAfter(registration, time.GetTimestamp(), ttl ?? TimeSpan.MaxValue);
    }

    sealed class Registration(AgentId agent) : Expiring<AgentId>(agent)
    {
        /// <summary>Null until the registration that made the entry has it.</summary>
        internal DateTimeOffset? RegisteredAt { get; set; }

        internal DateTimeOffset LastSeen { get; set; }
    }
}
