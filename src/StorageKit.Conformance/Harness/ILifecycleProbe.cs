namespace StorageKit.Conformance;

/// <summary>Probe: sees registrations by other means than the driver.</summary>
/// <remarks>For a store that is no <see cref="ILifecycleMonitor"/>. Thread-safe: it is asked while others register.
/// </remarks>
/// <example><code>
/// public async ValueTask&lt;DateTimeOffset?> LastSeenAsync(TenantId tenant, AgentId agent, CancellationToken token) =>
///     await server.QueryAsync($"select last_seen from agents where tenant = '{tenant}' and id = '{agent}'", token)
///         is { Length: > 0 } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
/// </code></example>
public interface ILifecycleProbe
{
    /// <summary>When the agent was last registered or heard of, or null when it is not registered.</summary>
    ValueTask<DateTimeOffset?> LastSeenAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default);
}
