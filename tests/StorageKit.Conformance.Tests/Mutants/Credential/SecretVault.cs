using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

/// <summary>Secrets at rest, as bytes that can be scanned and changed: the backend of mutants that store them wrongly.</summary>
internal sealed class SecretVault : IRawScan, ITamper
{
    internal ConcurrentDictionary<(TenantId Tenant, string Key), byte[]> Stored { get; } = new();

    internal ConcurrentQueue<byte[]> Deleted { get; } = new();

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var stored in Stored.Values.Concat(Deleted)) yield return stored;
    }

    public ValueTask<bool> FlipSecretAsync(TenantId tenant, string key, CancellationToken cancellationToken = default)
    {
        if (!Stored.TryGetValue((tenant, key), out var stored)) return new(false);
        stored[stored.Length / 2] ^= 1;
        return new(true);
    }

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default)
    {
        if (!Stored.TryGetValue((tenant, from), out var stored)) return new(false);
        Stored[(tenant, to)] = stored;
        return new(true);
    }

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamagePolicyAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) =>
        new(false);
}
