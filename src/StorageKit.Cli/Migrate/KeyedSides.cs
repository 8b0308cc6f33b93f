using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace StorageKit.Cli.Migrate;

/// <summary>Stores of the contracts as keys and bytes; null where a store lacks the ability to list.</summary>
internal static class KeyedSides
{
    internal static KeyedMove.Side? Of(IPolicyStore store) =>
        store is IKeyListing listing && store is IPolicyWriter writer
            ? new(
                listing.ListKeysAsync,
                async (key, token) => await store.GetPolicyAsync(AgentId.Parse(key), token) is { } policy
                    ? Encoding.UTF8.GetBytes(policy.ToJson())
                    : null,
                (key, value, token) => writer.PutPolicyAsync(
                    AgentId.Parse(key), PolicyDocument.FromJson(Encoding.UTF8.GetString(value)), token))
            : null;

    internal static KeyedMove.Side? Of(ISessionStore store) => store is IKeyListing listing
        ? new(
            listing.ListKeysAsync,
            async (key, token) => await store.LoadAsync(SessionId.Parse(key), token) is { } session
                ? Bytes(session)
                : null,
            (key, value, token) => store.SaveAsync(Session(key, value), token))
        : null;

    internal static KeyedMove.Side? Of(ICredentialStore store) => store is IKeyListing listing
        ? new(
            listing.ListKeysAsync,
            (key, token) => store.GetSecretAsync(key, token),
            (key, value, token) => store.PutSecretAsync(key, value, token))
        : null;

    internal static KeyedMove.Side? Of(ILifecycleStore store) => store is ILifecycleMonitor monitor
        ? new(
            token => AgentsAsync(monitor, token),
            async (key, token) => await monitor.LastSeenAsync(AgentId.Parse(key), token) is null ? null : [],
            (key, _, token) => store.RegisterAsync(AgentId.Parse(key), token))
        : null;

    internal static KeyedMove.Side Of(IObjectStore store) => new(
        token => ObjectsAsync(store, token),
        (key, token) => store.ReadAsync(key, token),
        (key, value, token) => store.WriteAsync(key, value, token));

    static async IAsyncEnumerable<string> AgentsAsync(
        ILifecycleMonitor monitor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var agent in monitor.ListAsync(cancellationToken)) yield return agent.Agent.ToString();
    }

    static async IAsyncEnumerable<string> ObjectsAsync(
        IObjectStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var found in store.ListAsync("", cancellationToken)) yield return found.Key;
    }

    static byte[] Bytes(SessionRecord session)
    {
        var bytes = new byte[16 + sizeof(ulong)];
        session.AgentId.WriteTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), session.StartedAtNs);
        return bytes;
    }

    static SessionRecord Session(string key, byte[] bytes) => new(
        SessionId.Parse(key), AgentId.FromBytes(bytes.AsSpan(0, 16)),
        BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(16)));
}
