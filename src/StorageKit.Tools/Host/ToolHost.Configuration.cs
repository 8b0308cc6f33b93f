namespace StorageKit.Tools;

public sealed partial class ToolHost
{
    readonly SemaphoreSlim _applying = new(1);
    readonly HashSet<string> _configuredAgents = new(StringComparer.Ordinal);

    /// <summary>Makes the host what a configuration says: agents and components that an earlier one had and this one
    /// has not go, what has changed is opened anew, what is the same goes on. What was registered or set otherwise
    /// stays. Who may do less may do less at once.</summary>
    /// <remarks>A component whose file says the same, but whose driver's options cannot be compared, is opened anew;
    /// those of the kit's drivers can.</remarks>
    /// <returns>The components that could not be opened; the others are.</returns>
    public async ValueTask<IReadOnlyList<ToolRegistrationException>> ApplyAsync(
        ToolsConfig config, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        await _applying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            SetAgents(config.Agents);
            var present = ConfiguredComponents();
            var same = config.Components.Where(
                component => present.Exists(other => other.IsSameAs(component))).Select(component => component.Name);
            var kept = same.ToHashSet(StringComparer.Ordinal);
            foreach (var gone in present.Where(component => !kept.Contains(component.Name)))
                await UnregisterComponentAsync(gone.Name, cancellationToken).ConfigureAwait(false);
            List<ToolRegistrationException> failures = [];
            foreach (var component in config.Components.Where(component => !kept.Contains(component.Name)))
            {
                try
                {
                    await RegisterComponentAsync(component, cancellationToken).ConfigureAwait(false);
                }
                catch (ToolRegistrationException e)
                {
                    failures.Add(e);
                }
            }
            return failures;
        }
        finally
        {
            _applying.Release();
        }
    }

    List<StorageComponent> ConfiguredComponents()
    {
        lock (_lock)
            return
            [
                .. _components.Values.Select(registered => registered.Component).OfType<StorageComponent>()
                    .Where(component => component.StorageType is not null),
            ];
    }

    void SetAgents(IReadOnlyList<ToolAgent> agents)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            foreach (var gone in _configuredAgents.Except(agents.Select(agent => agent.Name)).ToList())
                _granted.Remove(gone);
            _configuredAgents.Clear();
            foreach (var agent in agents)
            {
                _granted[agent.Name] = agent;
                _configuredAgents.Add(agent.Name);
            }
            Publish();
        }
        RaiseToolsChanged();
    }
}
