namespace StorageKit.Tests.Drivers;

/// <summary>A store of the six required contracts that keeps nothing: these tests open stores,
/// and do not use them.</summary>
internal class EmptyStore
    : IPolicyStore, IAuditSink, ISessionStore, ICredentialStore, IRateLimitCounter, ILifecycleStore
{
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        default;

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) => default;

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;

    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;

    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        default;

    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) => default;

    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) => default;

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) => default;

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) => default;

    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => default;

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) => default;

    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) => default;

    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) => default;
}
