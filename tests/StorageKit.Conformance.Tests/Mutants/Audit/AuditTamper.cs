namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Damages the lists of an <see cref="AuditBackend"/>; there is nothing else to damage.</summary>
internal sealed class AuditTamper(AuditBackend backend) : ITamper
{
    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default)
    {
        var records = backend.Of(tenant);
        var stored = records[(int)position - 1];
        var entry = stored.Entry;
        var changed = new AuditEntry(
            entry.Seq, entry.TimestampNs, entry.EventType, entry.AgentId, entry.SessionId, "tampered",
            entry.PreviousHash,
            entry.Lineage, entry.Redaction, entry.PolicyDocId);
        records[(int)position - 1] = stored with { Entry = AuditEntry.Restore(changed, entry.EntryHash) };
        return new(true);
    }

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default)
    {
        var records = backend.Of(tenant);
        records.RemoveRange((int)fromPosition - 1, records.Count - (int)fromPosition + 1);
        return new(true);
    }

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) =>
        new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) => new(false);
}
