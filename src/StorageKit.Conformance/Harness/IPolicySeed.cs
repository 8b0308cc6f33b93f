namespace StorageKit.Conformance;

/// <summary>Probe: puts policies where the driver reads them.</summary>
/// <remarks>For a store that is no <see cref="IPolicyWriter"/>. Thread-safe: versions are stored while others read.
/// What it has stored, a read that misses the driver's cache finds.</remarks>
/// <example><code>
/// public async ValueTask PutAsync(TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken token) =>
///     await File.WriteAllTextAsync($"{folder}/{tenant}.{agent}.{policy.Version}.json", policy.ToJson(), token);
/// </code></example>
public interface IPolicySeed
{
    /// <summary>Stores the document as the agent's policy of its version.</summary>
    ValueTask PutAsync(
        TenantId tenant, AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default);
}
