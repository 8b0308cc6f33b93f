namespace StorageKit.Conformance;

/// <summary>Probe: damages stored data behind the driver's back. Each method returns whether there was something to
/// damage.</summary>
public interface ITamper
{
    /// <summary>Changes the stored payload of an audit entry.</summary>
    ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default);

    /// <summary>Removes the stored audit entries from a position on.</summary>
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
