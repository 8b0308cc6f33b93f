using System.Collections.Concurrent;

namespace StorageKit.Redis;

/// <summary>Lets callers who want the same at the same time wait for one load. Thread-safe.</summary>
internal sealed class SharedLoads
{
    readonly ConcurrentDictionary<(AgentId, string), Lazy<Task<LoadedPolicy>>> _running = new();

    /// <summary>Answers what a load under this key finds; starts it unless one runs.</summary>
    /// <remarks>A load that began before this call may answer with a policy, but not with null: the policy may have
    /// been stored since, and absence is never remembered. Then one that begins now decides.</remarks>
    /// <param name="key">The agent and the lease of its cached copy.</param>
    /// <param name="load">Starts the load.</param>
    /// <param name="cancellationToken">Ends the waiting, not the load.</param>
    internal async ValueTask<LoadedPolicy> RunAsync(
        (AgentId Agent, string Lease) key, Func<Task<LoadedPolicy>> load, CancellationToken cancellationToken)
    {
        var mine = New();
        var running = _running.GetOrAdd(key, mine);
        var found = await WaitAsync(running).ConfigureAwait(false);
        if (found.Policy is not null || running == mine) return found;
        // Whoever is found here has started after the load above had ended.
        return await WaitAsync(_running.GetOrAdd(key, New())).ConfigureAwait(false);

        Lazy<Task<LoadedPolicy>> New()
        {
            Lazy<Task<LoadedPolicy>>? self = null;
            self = new(() => ToTheEndAsync(key, self!, load));
            return self;
        }

        Task<LoadedPolicy> WaitAsync(Lazy<Task<LoadedPolicy>> one) => one.Value.WaitAsync(cancellationToken);
    }

    async Task<LoadedPolicy> ToTheEndAsync(
        (AgentId, string) key, Lazy<Task<LoadedPolicy>> self, Func<Task<LoadedPolicy>> load)
    {
        try
        {
            return await load().ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(new(key, self));
        }
    }
}
