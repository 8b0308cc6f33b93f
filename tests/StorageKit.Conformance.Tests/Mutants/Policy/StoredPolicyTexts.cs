using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>Policies as text, which can be damaged: the backend of mutants that read it wrongly.</summary>
internal sealed class StoredPolicyTexts : ITamper
{
    internal ConcurrentDictionary<(TenantId Tenant, AgentId Agent), string> Texts { get; } = new();

    public ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default)
    {
        if (!Texts.TryGetValue((tenant, agent), out var text)) return new(false);
        Texts[(tenant, agent)] = text.Replace("\"enforce\"", "\"lenient\"", StringComparison.Ordinal);
        return new(true);
    }

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);
}
