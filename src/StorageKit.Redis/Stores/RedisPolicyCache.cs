using System.Security.Cryptography;
using StorageKit.Diagnostics;

namespace StorageKit.Redis;

/// <summary>A cache on the server, shared by all services, in front of any other policy store: reads through it, and
/// writes through it where the source can be written. The source stays the truth.</summary>
/// <remarks>
/// An entry is made in two steps. A miss leaves a lease in the key; what was loaded is kept only while that lease is
/// still there, and <see cref="InvalidateAsync"/> removes the key with all that is in it. So a load that began before
/// an invalidation never comes back, in whatever process it runs. Absence is not cached at all. While the server is
/// away, reads go to the source; an invalidation fails then, because the old copy would come back with the server.
/// Callers that miss under the same lease wait for one load: the lease says that nothing was invalidated since. A load
/// whose lease has gone is no answer: it may be newer than the copy that others have made meanwhile, and the next read
/// would go back to that. So the read begins anew.
/// </remarks>
/// <param name="server">The section's server.</param>
/// <param name="tenant">Whose policies they are.</param>
/// <param name="source">Where they are kept; opened for the same tenant. Not disposed.</param>
[NotADriver]
public sealed class RedisPolicyCache(RedisServer server, TenantId tenant, IPolicyStore source)
    : RedisStore(server), IPolicyStore, IPolicyWriter
{
    static readonly StoreOperation s_get = RedisTelemetry.Operation<IPolicyStore>(nameof(GetPolicyAsync));
    static readonly StoreOperation s_invalidate = RedisTelemetry.Operation<IPolicyStore>(nameof(InvalidateAsync));
    static readonly StoreOperation s_put = RedisTelemetry.Operation<IPolicyStore>(nameof(PutPolicyAsync));

    const string Record = "the policy's cached copy";
    const int LeaseSize = 16;

    // Each time somebody has invalidated in between; who is still unlucky then is told what the source has.
    const int MostLoads = 50;

    // What takes longer to load is not cached: its lease is gone.
    static readonly byte[] s_longestLoad = Arguments.Milliseconds(TimeSpan.FromMinutes(1));

    /// <summary>Where the copies are.</summary>
    internal IPolicyCacheKeys Copies { get; init; } = new PolicyCacheKeys(server, tenant);

    readonly SharedLoads _loads = new();
    readonly byte[] _timeToLive = Arguments.Milliseconds(server.Options.PolicyTtl);

    /// <inheritdoc/>
    public ValueTask<PolicyDocument?> GetPolicyAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_get.Start();
        return call.Watch(FindPolicyAsync(agent, cancellationToken));
    }

    async ValueTask<PolicyDocument?> FindPolicyAsync(AgentId agent, CancellationToken cancellationToken)
    {
        for (var load = 1;; load++)
        {
            RedisReply found;
            try
            {
                found = await RunAsync(
                    Copies.Find, Copies.KeyOf(agent), Record, cancellationToken,
                    [RandomNumberGenerator.GetBytes(LeaseSize), s_longestLoad, .. Others(agent)]).ConfigureAwait(false);
            }
            catch (StorageException e) when (e.IsTransient)
            {
                RedisLog.CacheAway(Server.Logger, e.Kind);
                return await source.GetPolicyAsync(agent, cancellationToken).ConfigureAwait(false);
            }
            if (found.Kind == RedisReplyKind.Text) return PolicyRecord.Decode(found, agent);
            var lease = found.Items[0].Text;
            var loaded = await _loads.RunAsync(
                (agent, Convert.ToHexString(lease.Span)), () => LoadAsync(agent, lease), cancellationToken)
                .ConfigureAwait(false);
            if (loaded.IsCurrent || load == MostLoads) return loaded.Policy;
        }
    }

    // For all who wait: no one's cancellation ends it. The source and the server have time-outs of their own.
    async Task<LoadedPolicy> LoadAsync(AgentId agent, ReadOnlyMemory<byte> lease)
    {
        var policy = await source.GetPolicyAsync(agent, CancellationToken.None).ConfigureAwait(false);
        return new(policy, policy is null || await FillAsync(agent, lease, policy).ConfigureAwait(false));
    }

    /// <returns>Whether the lease was still there.</returns>
    async ValueTask<bool> FillAsync(AgentId agent, ReadOnlyMemory<byte> lease, PolicyDocument policy)
    {
        try
        {
            var reply = await RunAsync(
                Copies.Fill, Copies.KeyOf(agent), Record, CancellationToken.None,
                [lease, Arguments.Of(policy.Version), PolicyRecord.Encode(policy), _timeToLive, .. Others(agent)])
                .ConfigureAwait(false);
            return reply.Integer >= 0;
        }
        catch (StorageException e) when (e.IsTransient)
        {
            // What the source has answered is right, cached or not.
            RedisLog.CacheAway(Server.Logger, e.Kind);
            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        using var call = s_invalidate.Start();
        return call.Watch(ForgetAsync(agent, cancellationToken));
    }

    async ValueTask ForgetAsync(AgentId agent, CancellationToken cancellationToken)
    {
        // The source first: were it a cache, too, its old copy could be loaded in between.
        await source.InvalidateAsync(agent, cancellationToken).ConfigureAwait(false);
        await DropAsync(agent, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Backend"/>: the source cannot be written; or it
    /// was, and the cached copy could not be removed: then put or invalidate again.</exception>
    public ValueTask PutPolicyAsync(
        AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ThrowIfDisposed();
        using var call = s_put.Start();
        return call.Watch(StoreAsync(agent, policy, cancellationToken));
    }

    async ValueTask StoreAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken)
    {
        if (source is not IPolicyWriter writer)
            throw new StorageException(
                StorageErrorKind.Backend,
                "the source of the policy cache cannot be written through StorageKit; "
                + "write there by its own means, then invalidate", isTransient: false);
        await writer.PutPolicyAsync(agent, policy, cancellationToken).ConfigureAwait(false);
        await DropAsync(agent, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask DropAsync(AgentId agent, CancellationToken cancellationToken) =>
        await SendAsync(Record, cancellationToken, ["DEL"u8.ToArray(), Copies.KeyOf(agent), .. Others(agent)])
            .ConfigureAwait(false);

    IEnumerable<ReadOnlyMemory<byte>> Others(AgentId agent) =>
        Copies.OthersOf(agent).Select(static key => (ReadOnlyMemory<byte>)key);
}
