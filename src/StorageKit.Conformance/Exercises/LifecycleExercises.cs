namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="ILifecycleStore"/> and <see cref="ILifecycleMonitor"/>.</summary>
internal sealed class LifecycleExercises(ILifecycleStore store) : ContractExercises(store)
{
    readonly AgentId _registered = AgentId.New();
    readonly AgentId _unknown = AgentId.New();

    protected override IReadOnlyList<Exercise> Members =>
    [
        new("ILifecycleStore.RegisterAsync", token => store.RegisterAsync(_unknown, token)),
        new("ILifecycleStore.HeartbeatAsync", token => store.HeartbeatAsync(_registered, token)),
        .. store is ILifecycleMonitor monitor ? OfMonitor(monitor) : [],
        new("ILifecycleStore.DeregisterAsync", token => store.DeregisterAsync(_registered, token)),
    ];

    Exercise[] OfMonitor(ILifecycleMonitor monitor) =>
    [
        new("ILifecycleMonitor.LastSeenAsync", async token =>
            await monitor.LastSeenAsync(_registered, token).ConfigureAwait(false)),
        new("ILifecycleMonitor.ListAsync", async token =>
        {
            await foreach (var status in monitor.ListAsync(token).ConfigureAwait(false))
                if (status.Agent == _registered)
                    break;
        }),
    ];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) =>
        store.RegisterAsync(_registered, cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var first = await IsRegisteredAsync(store, _registered, cancellationToken).ConfigureAwait(false);
        var second = await IsRegisteredAsync(store, _unknown, cancellationToken).ConfigureAwait(false);
        return $"one agent {first}, one {second}";
    }

    internal static async ValueTask<string> IsRegisteredAsync(
        ILifecycleStore store, AgentId agent, CancellationToken cancellationToken)
    {
        try
        {
            await store.HeartbeatAsync(agent, cancellationToken).ConfigureAwait(false);
            return "registered";
        }
        catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
        {
            return "not registered";
        }
    }
}
