namespace StorageKit.Conformance;

/// <summary>Probe: damages stored data behind the driver's back, as somebody could who has the file or the server. Each
/// method returns whether there was something to damage; one that a backend cannot do returns false.</summary>
/// <remarks>The driver is open meanwhile.</remarks>
/// <example><code>
/// public async ValueTask&lt;bool> DamageSessionAsync(TenantId tenant, SessionId session, CancellationToken token) =>
///     await ExecuteAsync("update session set agent = x'00' where tenant = $0 and id = $1", tenant, session) > 0;
/// </code></example>
public interface ITamper
{
    /// <summary>Changes the stored payload of an audit entry.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="position">Its position in the tenant's log, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default);

    /// <summary>Removes the stored audit entries from a position on.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="fromPosition">The first that goes, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> CutAuditAsync(TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default);

    /// <summary>Makes a stored session undecodable.</summary>
    ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default);

    /// <summary>Flips a bit of a stored secret.</summary>
    ValueTask<bool> FlipSecretAsync(TenantId tenant, string key, CancellationToken cancellationToken = default);

    /// <summary>Puts the stored form of one secret under another key.</summary>
    ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default);

    /// <summary>Makes a stored policy undecodable.</summary>
    ValueTask<bool> DamagePolicyAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken = default);
}
