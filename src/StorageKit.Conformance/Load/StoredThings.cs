using System.Buffers.Binary;
using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Load;

/// <summary>What the stores of a tenant can be filled with, one kind for each contract that they serve.</summary>
internal static class StoredThings
{
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);
    static readonly byte[] s_bytes = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];

    internal static IReadOnlyList<StoredThing> Of(TenantStores stores) =>
        [.. Exercises.StandardContract.All.Select(contract => contract.Find(stores)).OfType<object>().Distinct()
            .SelectMany(OfStore)];

    static IEnumerable<StoredThing> OfStore(object store)
    {
        if (store is IRateLimitCounter counter)
            yield return new(
                nameof(IRateLimitCounter),
                async (i, token) => await counter.IncrementAsync(Key(i), 1, s_window, token).ConfigureAwait(false),
                async (i, token) => await counter.CurrentAsync(Key(i), token).ConfigureAwait(false) > 0);
        if (store is ISessionStore sessions)
            yield return new(
                nameof(ISessionStore),
                (i, token) => sessions.SaveAsync(new(SessionId.FromBytes(Id(i)), AgentId.FromBytes(Id(i)), 1), token),
                async (i, token) =>
                    await sessions.LoadAsync(SessionId.FromBytes(Id(i)), token).ConfigureAwait(false) is not null);
        if (store is ICredentialStore credentials)
            yield return new(
                nameof(ICredentialStore), (i, token) => credentials.PutSecretAsync(Key(i), s_bytes, token),
                async (i, token) => await credentials.GetSecretAsync(Key(i), token).ConfigureAwait(false) is not null);
        if (store is ILifecycleStore agents)
            yield return new(
                nameof(ILifecycleStore), (i, token) => agents.RegisterAsync(AgentId.FromBytes(Id(i)), token),
                async (i, token) =>
                {
                    await agents.HeartbeatAsync(AgentId.FromBytes(Id(i)), token).ConfigureAwait(false);
                    return true;
                });
        if (store is IObjectStore objects)
            yield return new(
                nameof(IObjectStore), (i, token) => objects.WriteAsync(Key(i), s_bytes, token),
                async (i, token) => await objects.ReadAsync(Key(i), token).ConfigureAwait(false) is not null);
        if (store is IPolicyWriter writer and IPolicyStore policies)
            yield return new(
                nameof(IPolicyStore),
                (i, token) => writer.PutPolicyAsync(AgentId.FromBytes(Id(i)), PolicyExpectations.Document(1), token),
                async (i, token) =>
                    await policies.GetPolicyAsync(AgentId.FromBytes(Id(i)), token).ConfigureAwait(false) is not null);
        if (store is IAuditSink sink)
            yield return new(
                nameof(IAuditSink), (i, token) => sink.EmitAsync(Entry(i, "{}"), token),
                async (_, token) =>
                    store is not IAuditLog log || (await log.ReadAsync(0, 1, token).ConfigureAwait(false)).Count == 1);
    }

    /// <summary>The audit entry of a number: the first of a session of its own.</summary>
    internal static AuditEntry Entry(int number, string payload) => new(
        0, 1_767_323_045_000_000_000 + (ulong)number, AuditEventType.CredentialLeakBlocked,
        AgentId.FromBytes(Id(number)), SessionId.FromBytes(Id(number)), payload, Hash256.Genesis);

    /// <summary>Sixteen bytes of a number, spread as a random id's are.</summary>
    internal static byte[] Id(int number)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(id, unchecked((ulong)number * 0x9E37_79B9_7F4A_7C15));
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(12), number);
        return id;
    }

    static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"load/{number}");
}
