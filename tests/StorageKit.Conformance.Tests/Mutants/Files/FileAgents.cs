namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Registrations in a table of files.</summary>
/// <typeparam name="TTable">The table; a mutant's has the defect.</typeparam>
internal sealed class FileAgents<TTable>(string folder) : FileStore<TTable>(folder), ILifecycleStore
    where TTable : FileTable
{
    public ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        Alone(table => table.Write(agent.ToString(), [1]));

    public ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        Alone(table =>
        {
            if (table.Read(agent.ToString()) is null)
                throw new StorageException(StorageErrorKind.NotFound, "the agent is not registered");
        });

    public ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        Alone(table => table.Delete(agent.ToString()));
}
