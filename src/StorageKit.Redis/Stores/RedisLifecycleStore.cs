using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>Tracks running agents. One that is silent for <c>agent_ttl</c> counts as deregistered; without it none
/// does. Times are the server's, to the microsecond.</summary>
/// <remarks>Each operation is one step on one key, that of the agents whose ids begin with the same byte; a listing
/// reads these 256 keys in order. It sees each agent as it is at some moment of the listing.</remarks>
/// <param name="server">The section's server.</param>
/// <param name="tenant">Whose agents they are.</param>
[StorageDriver("redis")]
public sealed class RedisLifecycleStore(RedisServer server, TenantId tenant)
    : RedisStore(server), ILifecycleStore, ILifecycleMonitor
{
    static readonly StoreOperation s_register = RedisTelemetry.Operation<ILifecycleStore>(nameof(RegisterAsync));
    static readonly StoreOperation s_heartbeat = RedisTelemetry.Operation<ILifecycleStore>(nameof(HeartbeatAsync));
    static readonly StoreOperation s_deregister = RedisTelemetry.Operation<ILifecycleStore>(nameof(DeregisterAsync));
    static readonly StoreOperation s_lastSeen = RedisTelemetry.Operation<ILifecycleStore>(nameof(LastSeenAsync));
    static readonly StoreOperation s_list = RedisTelemetry.Operation<ILifecycleStore>(nameof(ListAsync));

    const string Record = "the agent's registration";
    const int Buckets = 256;
    const int BucketsAtOnce = 32;

    readonly RedisKeys _keys = new(server.Options.KeyPrefix, "agents", tenant);

    readonly byte[] _timeToLive = server.Options.AgentTtl is { } ttl ? Arguments.Milliseconds(ttl) : "0"u8.ToArray();

    /// <inheritdoc/>
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_register.Start();
        return call.Watch(EnterAsync(agent, cancellationToken));
    }

    async ValueTask EnterAsync(AgentId agent, CancellationToken cancellationToken) =>
        await RunAsync(AgentScripts.Register, agent, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_heartbeat.Start();
        return call.Watch(BeatAsync(agent, cancellationToken));
    }

    async ValueTask BeatAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var reply = await RunAsync(AgentScripts.Heartbeat, agent, cancellationToken).ConfigureAwait(false);
        if (reply.Integer == 0)
            throw new StorageException(
                StorageErrorKind.NotFound, $"agent {agent} is not registered; register it before its heartbeats");
    }

    /// <inheritdoc/>
    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_deregister.Start();
        return call.Watch(LeaveAsync(agent, cancellationToken));
    }

    async ValueTask LeaveAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var id = agent.ToHex();
        await SendAsync(Record, cancellationToken, "HDEL"u8.ToArray(), BucketOf(id), Encoding.ASCII.GetBytes(id))
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastSeenAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_lastSeen.Start();
        return call.Watch(FindLastSeenAsync(agent, cancellationToken));
    }

    async ValueTask<DateTimeOffset?> FindLastSeenAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var reply = await RunAsync(AgentScripts.LastSeen, agent, cancellationToken).ConfigureAwait(false);
        return reply.Kind == RedisReplyKind.Null ? null : Time(reply);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AgentStatus> ListAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return BucketsAsync(cancellationToken);
    }

    async IAsyncEnumerable<AgentStatus> BucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var first = 0; first < Buckets; first += BucketsAtOnce)
        {
            var replies = await ListSomeAsync(first, cancellationToken).ConfigureAwait(false);
            foreach (var status in replies.SelectMany(static reply => Statuses(reply.Items)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return status;
            }
        }
    }

    ValueTask<RedisReply[]> ListSomeAsync(int first, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var call = s_list.Start();
        return call.Watch(new ValueTask<RedisReply[]>(
            Task.WhenAll(Enumerable.Range(first, BucketsAtOnce).Select(ListAsync))));

        Task<RedisReply> ListAsync(int bucket) => RunAsync(
            AgentScripts.List, _keys.Of(bucket.ToString("x2", CultureInfo.InvariantCulture)), Record,
            cancellationToken).AsTask();
    }

    static IEnumerable<AgentStatus> Statuses(IReadOnlyList<RedisReply> items) =>
        Enumerable.Range(0, items.Count / 3).Select(i => Status(items, i * 3)).OrderBy(status => status.Agent);

    static AgentStatus Status(IReadOnlyList<RedisReply> items, int at) =>
        AgentId.TryParse(Encoding.ASCII.GetString(items[at].Text.Span), out var agent)
            ? new(agent, Time(items[at + 1]), Time(items[at + 2]))
            : throw RedisFailure.Damaged(Record);

    ValueTask<RedisReply> RunAsync(RedisScript script, AgentId agent, CancellationToken cancellationToken)
    {
        var id = agent.ToHex();
        return RunAsync(script, BucketOf(id), Record, cancellationToken, Encoding.ASCII.GetBytes(id), _timeToLive);
    }

    byte[] BucketOf(string id) => _keys.Of(id[..2]);

    static DateTimeOffset Time(RedisReply reply) =>
        Utf8Parser.TryParse(reply.Text.Span, out long microseconds, out var used) && used == reply.Text.Length
            && microseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() * 1000
            ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            : throw RedisFailure.Damaged(Record);
}
