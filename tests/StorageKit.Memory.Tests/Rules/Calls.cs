namespace StorageKit.Memory.Tests.Rules;

/// <summary>Every call of every contract and ability, with good arguments.</summary>
internal static class Calls
{
    static readonly AgentId Agent = AgentId.New();
    static readonly AuditEntry Entry = Audit.Entries.Next(Audit.Entries.NewTrail());
    static readonly SessionRecord Session = new(SessionId.New(), Agent, 1);
    static readonly PolicyDocument Policy = new(1, "p", []);
    static readonly byte[] Bytes = [1];

    internal static IReadOnlyDictionary<string, Func<TenantStores, CancellationToken, Task>> All { get; } =
        new Dictionary<string, Func<TenantStores, CancellationToken, Task>>
        {
            ["policy get"] = async (s, c) => await s.Get<IPolicyStore>().GetPolicyAsync(Agent, c),
            ["policy invalidate"] = async (s, c) => await s.Get<IPolicyStore>().InvalidateAsync(Agent, c),
            ["policy put"] = async (s, c) => await s.Get<IPolicyWriter>().PutPolicyAsync(Agent, Policy, c),
            ["audit emit"] = async (s, c) => await s.Get<IAuditSink>().EmitAsync(Entry, c),
            ["audit emit batch"] = async (s, c) => await s.Get<IAuditBatchSink>().EmitBatchAsync([Entry], c),
            ["audit read"] = async (s, c) => await s.Get<IAuditLog>().ReadAsync(cancellationToken: c),
            ["session save"] = async (s, c) => await s.Get<ISessionStore>().SaveAsync(Session, c),
            ["session load"] = async (s, c) => await s.Get<ISessionStore>().LoadAsync(Session.SessionId, c),
            ["session delete"] = async (s, c) => await s.Get<ISessionStore>().DeleteAsync(Session.SessionId, c),
            ["secret put"] = async (s, c) => await s.Get<ICredentialStore>().PutSecretAsync("k", Bytes, c),
            ["secret get"] = async (s, c) => await s.Get<ICredentialStore>().GetSecretAsync("k", c),
            ["secret delete"] = async (s, c) => await s.Get<ICredentialStore>().DeleteSecretAsync("k", c),
            ["counter increment"] =
                async (s, c) => await s.Get<IRateLimitCounter>().IncrementAsync("k", 1, TimeSpan.MaxValue, c),
            ["counter current"] = async (s, c) => await s.Get<IRateLimitCounter>().CurrentAsync("k", c),
            ["counter reset"] = async (s, c) => await s.Get<IRateLimitCounter>().ResetAsync("k", c),
            ["agent register"] = async (s, c) => await s.Get<ILifecycleStore>().RegisterAsync(Agent, c),
            ["agent heartbeat"] = async (s, c) => await s.Get<ILifecycleStore>().HeartbeatAsync(Agent, c),
            ["agent deregister"] = async (s, c) => await s.Get<ILifecycleStore>().DeregisterAsync(Agent, c),
            ["agent last seen"] = async (s, c) => await s.Get<ILifecycleMonitor>().LastSeenAsync(Agent, c),
            ["agent list"] = async (s, c) => await ReadAsync(s.Get<ILifecycleMonitor>().ListAsync(c)),
            ["object write"] = async (s, c) => await s.Get<IObjectStore>().WriteAsync("k", Bytes, c),
            ["object read"] = async (s, c) => await s.Get<IObjectStore>().ReadAsync("k", c),
            ["object exists"] = async (s, c) => await s.Get<IObjectStore>().ExistsAsync("k", c),
            ["object list"] = async (s, c) => await ReadAsync(s.Get<IObjectStore>().ListAsync(cancellationToken: c)),
            ["object delete"] = async (s, c) => await s.Get<IObjectStore>().DeleteAsync("k", c),
            ["health"] = async (s, c) => await s.Get<IHealthCheckable>().CheckHealthAsync(c),
        };

    static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items) Assert.NotNull(item);
    }
}
