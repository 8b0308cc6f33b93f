namespace StorageKit.Tools;

public sealed partial class ToolHost
{
    /// <summary>Has a component opened by the provider of its type; then its tools can be called.</summary>
    /// <exception cref="ToolRegistrationException">No provider has this type; the component's name, or that of one of
    /// its tools, is taken or none that a model can call; or the component could not be opened. Others are not
    /// affected.</exception>
    public async ValueTask RegisterComponentAsync(
        ToolComponent component, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(component);
        var registered = Reserve(component);
        try
        {
            var tools = await OpenAsync(registered, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                ThrowIfDisposed();
                if (registered.Closing is not null)
                    throw new ToolRegistrationException($"The {component} was closed while it was opened.");
                CheckNames(registered, tools);
                registered.Tools = tools;
                Publish();
            }
        }
        catch
        {
            await CloseAsync(registered).ConfigureAwait(false);
            throw;
        }
        RaiseToolsChanged();
    }

    /// <summary>Takes a component's tools from all agents at once, waits for its calls under way (at most as long as a
    /// call may take), then has it closed. An unknown one is fine.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> UnregisterComponentAsync(
        string component, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(component);
        RegisteredComponent? leaving;
        lock (_lock)
        {
            if (!_components.TryGetValue(component, out leaving) || leaving.Component.Name != component) return false;
            leaving.Tools = [];
            Publish();
        }
        RaiseToolsChanged();
        cancellationToken.ThrowIfCancellationRequested();
        await CloseAsync(leaving).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes the name, so that no two registrations can come to the same one.</summary>
    RegisteredComponent Reserve(ToolComponent component)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            if (!_providers.TryGetValue(component.Type, out var provider))
                throw new ToolRegistrationException(
                    $"No provider serves components of type {QuotedName.Of(component.Type)}, as {component} needs; "
                    + $"the types are: {string.Join(", ", _providers.Keys)}.");
            if (_components.TryGetValue(component.Name, out var owner))
                throw new ToolRegistrationException(
                    $"The name of the {component} of the provider \"{provider.Name}\" is taken by the {owner}; "
                    + "one of them needs another name.");
            var registered = new RegisteredComponent(component, provider);
            _components.Add(component.Name, registered);
            return registered;
        }
    }

    /// <returns>The tools that the provider has made for it.</returns>
    async Task<List<ToolDefinition>> OpenAsync(RegisteredComponent registered, CancellationToken cancellationToken)
    {
        try
        {
            await TimeLimit.RunAsync(
                token => registered.Provider.RegisterAsync(registered.Component, token), _options.CallTimeout,
                _options.Services.TimeProvider, cancellationToken).ConfigureAwait(false);
            return
            [
                .. registered.Provider.Tools
                    .Where(tool => tool.Component == registered.Component.Name)
                    .OrderBy(tool => tool.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var isSafe = e is StorageException or StorageConfigException or ToolRegistrationException;
            var why = isSafe ? e.Message
                : e is TimeoutException ? $"it took longer than {_options.CallTimeout.TotalSeconds:R} s"
                : HostLog.ReasonOf(e);
            throw new ToolRegistrationException(
                $"The {registered} cannot be opened: {why}", isSafe ? e : null);
        }
        finally
        {
            registered.Exit();
        }
    }

    void CheckNames(RegisteredComponent registered, IEnumerable<ToolDefinition> tools)
    {
        Dictionary<string, RegisteredComponent> taken = new(ToolNames.Comparer);
        foreach (var other in _components.Values)
            foreach (var tool in other.Tools)
                taken.Add(tool.Name, other);
        foreach (var tool in tools)
        {
            if (!ToolNames.IsTool(tool.Name))
                throw new ToolRegistrationException($"A tool of the {registered}: {ToolNames.WhyNoTool(tool.Name)}");
            if (!taken.TryAdd(tool.Name, registered))
                throw new ToolRegistrationException(
                    $"The tool name \"{tool.Name}\" of the {registered} is taken by the {taken[tool.Name]}; "
                    + "one of the components needs another name.");
        }
    }

    /// <summary>Closes what was opened, or may have been, and gives the name free; once, however many ask for it.
    /// </summary>
    Task CloseAsync(RegisteredComponent leaving)
    {
        lock (_lock) return leaving.Closing ??= CloseOnceAsync(leaving);
    }

    async Task CloseOnceAsync(RegisteredComponent leaving)
    {
        var limit = _options.CallTimeout;
        var time = _options.Services.TimeProvider;
        // Not under the lock that the caller holds.
        await Task.Yield();
        try
        {
            await leaving.CloseAsync().WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            HostLog.CloseFailed(_logger, leaving, "a call did not end in time");
        }
        try
        {
            await TimeLimit.RunAsync(
                token => leaving.Provider.UnregisterAsync(leaving.Component.Name, token), limit, time,
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            HostLog.CloseFailed(_logger, leaving, HostLog.ReasonOf(e));
        }
        lock (_lock) _components.Remove(leaving.Component.Name);
    }
}
