using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Session;

/// <summary>Sessions at rest, as bytes that can be scanned and damaged: the backend of mutants that store them wrongly.</summary>
internal sealed class SessionRecords : IRawScan, ITamper
{
    internal ConcurrentDictionary<string, byte[]> Stored { get; } = new();

    internal static string Key(TenantId tenant, byte[] session) => tenant.ToHex() + Convert.ToHexString(session);

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var (key, record) in Stored) yield return Encoding.UTF8.GetBytes(key).Concat(record).ToArray();
    }

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default)
    {
        var key = Key(tenant, session.ToByteArray());
        if (!Stored.TryGetValue(key, out var record)) return new(false);
        Stored[key] = record[..^1];
        return new(true);
    }

    public ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> FlipSecretAsync(TenantId tenant, string key, CancellationToken cancellationToken = default) =>
        new(false);

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamagePolicyAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) =>
        new(false);
}
