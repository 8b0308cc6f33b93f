using System.Buffers.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Keeps sessions as the Rust services do: a hash with the agent's 16 bytes and the start in
/// decimal.</summary>
/// <remarks>They expire only where the section says <c>session_ttl</c>, though those that a Rust service saves do so an
/// hour after its last save; <c>session_ttl = "1h"</c> is the same for both. Record and expiry are one step here. What
/// a record lacks is an error: the Rust services take it for absent.</remarks>
[NotADriver]
internal sealed class AgentAssemblySessions(RedisServer server) : RedisStore(server), ISessionStore
{
    static readonly StoreOperation s_save = RedisTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = RedisTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = RedisTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));

    const string Record = "the session's record";
    const int IdSize = 16;

    static readonly byte[] s_agent = "agent_id"u8.ToArray();
    static readonly byte[] s_start = "started_at_ns"u8.ToArray();

    // The whole record is replaced, whatever lies there; without ARGV[3] it has no expiry any more.
    static readonly RedisScript Save = new("""
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'agent_id', ARGV[1], 'started_at_ns', ARGV[2])
        if ARGV[3] then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
        return 1
        """);

    readonly ReadOnlyMemory<byte>[] _timeToLive =
        server.Options.SessionTtl is { } ttl ? [Arguments.Milliseconds(ttl)] : [];

    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ThrowIfDisposed();
        using var call = s_save.Start();
        return call.Watch(StoreAsync(session, cancellationToken));
    }

    async ValueTask StoreAsync(SessionRecord session, CancellationToken cancellationToken) =>
        await RunAsync(
            Save, AgentAssemblyKeys.Of(session.SessionId), Record, cancellationToken,
            [session.AgentId.ToByteArray(), Arguments.Of(session.StartedAtNs), .. _timeToLive]).ConfigureAwait(false);

    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_load.Start();
        return call.Watch(FindAsync(session, cancellationToken));
    }

    async ValueTask<SessionRecord?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(Record, cancellationToken, "HGETALL"u8.ToArray(), AgentAssemblyKeys.Of(session))
            .ConfigureAwait(false);
        if (reply.Items.Count == 0) return null;
        var agent = Field(reply.Items, s_agent);
        var start = Field(reply.Items, s_start);
        return agent.Length == IdSize && Utf8Parser.TryParse(start, out ulong startedAt, out var used)
            && used == start.Length
            ? new(session, AgentId.FromBytes(agent), startedAt)
            : throw RedisFailure.Damaged($"the record of session {session}");
    }

    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_delete.Start();
        return call.Watch(RemoveAsync(session, cancellationToken));
    }

    async ValueTask RemoveAsync(SessionId session, CancellationToken cancellationToken) =>
        await SendAsync(Record, cancellationToken, "DEL"u8.ToArray(), AgentAssemblyKeys.Of(session))
            .ConfigureAwait(false);

    // Names and values in turn; empty when there is no such field.
    static ReadOnlySpan<byte> Field(IReadOnlyList<RedisReply> items, byte[] name)
    {
        for (var i = 0; i + 1 < items.Count; i += 2)
            if (items[i].Text.Span.SequenceEqual(name))
                return items[i + 1].Text.Span;
        return default;
    }
}
