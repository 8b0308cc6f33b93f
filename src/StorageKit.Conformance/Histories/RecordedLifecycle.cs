namespace StorageKit.Conformance.Histories;

/// <summary>Calls of a lifecycle store, recorded. A heartbeat that finds no such agent has an answer like any other:
/// <see cref="OperationValue.NotFound"/>.</summary>
internal static class RecordedLifecycle
{
    internal static ValueTask<Operation> RegisterAsync(
        this RecordingCaller caller, ILifecycleStore store, AgentId agent, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Register, agent.ToString(), OperationValue.None,
            () => store.RegisterAsync(agent, cancellationToken));

    internal static ValueTask<Operation> DeregisterAsync(
        this RecordingCaller caller, ILifecycleStore store, AgentId agent, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Deregister, agent.ToString(), OperationValue.None,
            () => store.DeregisterAsync(agent, cancellationToken));

    internal static ValueTask<Operation> HeartbeatAsync(
        this RecordingCaller caller, ILifecycleStore store, AgentId agent, CancellationToken cancellationToken)
    {
        return caller.RecordAsync(OperationKind.Heartbeat, agent.ToString(), OperationValue.None, Call);

        async ValueTask<OperationValue> Call()
        {
            try
            {
                await store.HeartbeatAsync(agent, cancellationToken).ConfigureAwait(false);
                return OperationValue.None;
            }
            catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
            {
                return OperationValue.NotFound;
            }
        }
    }
}
