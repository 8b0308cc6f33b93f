namespace StorageKit.Conformance.Models;

/// <summary>Which agents are registered, in the order of their ids.</summary>
internal sealed class AgentModel : ContractModel<ILifecycleStore, SortedSet<AgentId>>
{
    const string NotFound = "StorageException NotFound";

    protected override Step<ILifecycleStore, SortedSet<AgentId>> Next(Choices choices)
    {
        var kind = choices.Next(10);
        var agent = choices.Pick(ModelKeys.Agents);
        return kind switch
        {
            < 3 => Do(
                $"RegisterAsync({agent})", agents => agents.Add(agent),
                (store, token) => store.RegisterAsync(agent, token)),
            < 5 => Do(
                $"DeregisterAsync({agent})", agents => agents.Remove(agent),
                (store, token) => store.DeregisterAsync(agent, token)),
            < 8 => Do($"HeartbeatAsync({agent})", null, (store, token) => store.HeartbeatAsync(agent, token)) with
            {
                Expect = agents => agents.Contains(agent) ? Answer.Done : NotFound,
            },
            8 => new(
                $"LastSeenAsync({agent}) has a value",
                agents => Answer.Of(agents.Contains(agent)),
                async (store, _, token) => store is ILifecycleMonitor monitor
                    ? Answer.Of(await monitor.LastSeenAsync(agent, token).ConfigureAwait(false) is not null)
                    : null),
            _ => new(
                "ListAsync()",
                agents => Answer.Of(agents),
                async (store, _, token) => store is ILifecycleMonitor monitor
                    ? await ListAsync(monitor, token).ConfigureAwait(false)
                    : null),
        };
    }

    static Step<ILifecycleStore, SortedSet<AgentId>> Do(
        string text, Action<SortedSet<AgentId>>? change,
        Func<ILifecycleStore, CancellationToken, ValueTask> call) => new(
        text,
        agents =>
        {
            change?.Invoke(agents);
            return Answer.Done;
        },
        async (store, _, token) =>
        {
            await call(store, token).ConfigureAwait(false);
            return Answer.Done;
        });

    static async ValueTask<string> ListAsync(ILifecycleMonitor monitor, CancellationToken token)
    {
        List<AgentId> listed = [];
        await foreach (var status in monitor.ListAsync(token).ConfigureAwait(false)) listed.Add(status.Agent);
        return Answer.Of(listed);
    }
}
