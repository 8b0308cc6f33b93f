using System.Text;

namespace StorageKit.Testing.Telemetry;

/// <summary>Every method of every contract that the stores serve, once, with the name of the span it has to have.
/// </summary>
internal static class EveryCall
{
    /// <summary>In all keys, secrets, contents and payloads.</summary>
    internal const string Canary = "canary-5f0c2a7e91";

    static readonly byte[] s_bytes = Encoding.UTF8.GetBytes(Canary);

    internal static IEnumerable<(string Span, Func<Task> Call)> Of(TenantStores stores) =>
    [
        .. stores.Find<IPolicyStore>() is { } policies ? Of(policies) : [],
        .. stores.Find<IAuditSink>() is { } sink ? Of(sink) : [],
        .. stores.Find<ISessionStore>() is { } sessions ? Of(sessions) : [],
        .. stores.Find<ICredentialStore>() is { } credentials ? Of(credentials) : [],
        .. stores.Find<IRateLimitCounter>() is { } counter ? Of(counter) : [],
        .. stores.Find<ILifecycleStore>() is { } agents ? Of(agents) : [],
        .. stores.Find<IObjectStore>() is { } objects ? Of(objects) : [],
    ];

    static IEnumerable<(string, Func<Task>)> Of(IPolicyStore store)
    {
        var agent = AgentId.New();
        yield return ("PutPolicy policy_store",
            () => ((IPolicyWriter)store).PutPolicyAsync(agent, new(1, Canary, [])).AsTask());
        yield return ("GetPolicy policy_store", () => store.GetPolicyAsync(agent).AsTask());
        yield return ("Invalidate policy_store", () => store.InvalidateAsync(agent).AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(IAuditSink store)
    {
        yield return ("Emit audit_sink", () => store.EmitAsync(Entry()).AsTask());
        yield return ("EmitBatch audit_sink",
            () => ((IAuditBatchSink)store).EmitBatchAsync([Entry(), Entry(), Entry()]).AsTask());
        yield return ("Read audit_sink", () => ((IAuditLog)store).ReadAsync().AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(ISessionStore store)
    {
        var session = SessionId.New();
        yield return ("Save session_store", () => store.SaveAsync(new(session, AgentId.New(), 1)).AsTask());
        yield return ("Load session_store", () => store.LoadAsync(session).AsTask());
        yield return ("Delete session_store", () => store.DeleteAsync(session).AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(ICredentialStore store)
    {
        yield return ("PutSecret credential_store", () => store.PutSecretAsync(Canary, s_bytes).AsTask());
        yield return ("GetSecret credential_store", () => store.GetSecretAsync(Canary).AsTask());
        yield return ("DeleteSecret credential_store", () => store.DeleteSecretAsync(Canary).AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(IRateLimitCounter store)
    {
        yield return ("Increment rate_limit_counter",
            () => store.IncrementAsync(Canary, 1, TimeSpan.FromMinutes(1)).AsTask());
        yield return ("Current rate_limit_counter", () => store.CurrentAsync(Canary).AsTask());
        yield return ("Reset rate_limit_counter", () => store.ResetAsync(Canary).AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(ILifecycleStore store)
    {
        var agent = AgentId.New();
        var monitor = (ILifecycleMonitor)store;
        yield return ("Register lifecycle_store", () => store.RegisterAsync(agent).AsTask());
        yield return ("Heartbeat lifecycle_store", () => store.HeartbeatAsync(agent).AsTask());
        yield return ("LastSeen lifecycle_store", () => monitor.LastSeenAsync(agent).AsTask());
        yield return ("List lifecycle_store", () => ToEndAsync(monitor.ListAsync()));
        yield return ("Deregister lifecycle_store", () => store.DeregisterAsync(agent).AsTask());
    }

    static IEnumerable<(string, Func<Task>)> Of(IObjectStore store)
    {
        yield return ("Write object_store", () => store.WriteAsync(Canary, s_bytes).AsTask());
        yield return ("Read object_store", () => store.ReadAsync(Canary).AsTask());
        yield return ("Exists object_store", () => store.ExistsAsync(Canary).AsTask());
        yield return ("List object_store", () => ToEndAsync(store.ListAsync(Canary)));
        yield return ("Delete object_store", () => store.DeleteAsync(Canary).AsTask());
    }

    /// <summary>The first entry of a session.</summary>
    internal static AuditEntry Entry() => new AuditTrail(AgentId.New(), SessionId.New())
        .Next(AuditEventType.ToolDispatched, timestampNs: 1_700_000_000_000_000_000, $$"""{"x":"{{Canary}}"}""");

    static async Task ToEndAsync<T>(IAsyncEnumerable<T> listing)
    {
        await foreach (var _ in listing)
        {
            // What is listed is the contract's matter.
        }
    }
}
