using System.Collections.Frozen;

namespace StorageKit.Tools;

/// <summary>Makes tools of storage components: <c>{component}-read</c>, <c>-write</c>, <c>-delete</c>, <c>-exists</c>
/// and <c>-list</c>; where a database allows it, <c>-query</c> and <c>-tables</c>. Each component has objects of its
/// own. Thread-safe.</summary>
/// <param name="tenant">Whose components they are: the same component of two tenants shares nothing.</param>
public sealed class StorageToolProvider(TenantId tenant = default) : IToolProvider, IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly Dictionary<string, OpenedComponent?> _components = new(StringComparer.Ordinal);
    volatile FrozenDictionary<string, StorageTool> _tools = FrozenDictionary<string, StorageTool>.Empty;
    bool _isDisposed;

    /// <summary><c>storage</c>.</summary>
    public string Name => StorageComponent.TypeName;

    /// <inheritdoc/>
    public IReadOnlyList<ToolDefinition> Tools =>
        [.. _tools.Values.Select(tool => tool.Definition).OrderBy(tool => tool.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="component"/> is no <see cref="StorageComponent"/>.
    /// </exception>
    /// <exception cref="ToolRegistrationException">It is registered already.</exception>
    public async ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(component);
        if (component is not StorageComponent storage)
            throw new ArgumentException(
                $"A {component.GetType()} is no {nameof(StorageComponent)}.", nameof(component));
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_components.TryAdd(storage.Name, null))
                throw new ToolRegistrationException($"The {storage} is registered already.");
        }
        OpenedComponent opened;
        try
        {
            opened = await OpenedComponent.OpenAsync(storage, tenant, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            lock (_lock) _components.Remove(storage.Name);
            throw;
        }
        if (TryAdd(storage.Name, opened)) return;
        await opened.DisposeAsync().ConfigureAwait(false);
        throw new ToolRegistrationException($"The {storage} was closed while it was opened.");
    }

    bool TryAdd(string name, OpenedComponent opened)
    {
        lock (_lock)
        {
            if (_isDisposed || !_components.ContainsKey(name)) return false;
            _components[name] = opened;
            Publish();
            return true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(component);
        OpenedComponent? leaving;
        lock (_lock)
        {
            if (!_components.Remove(component, out leaving)) return;
            Publish();
        }
        if (leaving is not null) await leaving.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public bool CanHandle(string tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return _tools.ContainsKey(tool);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageException">The store failed.</exception>
    public ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call.Tool);
        return _tools.TryGetValue(call.Tool.Name, out var tool)
            ? tool.CallAsync(call.Arguments, cancellationToken)
            : new(ToolResult.Failure(
                ToolOutcome.UnknownTool, $"There is no tool {QuotedName.Of(call.Tool.Name)} any more."));
    }

    /// <summary>Closes every component. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        List<OpenedComponent?> leaving;
        lock (_lock)
        {
            _isDisposed = true;
            leaving = [.. _components.Values];
            _components.Clear();
            Publish();
        }
        foreach (var component in leaving)
            if (component is not null)
                await component.DisposeAsync().ConfigureAwait(false);
    }

    void Publish() => _tools = _components.Values.OfType<OpenedComponent>()
        .SelectMany(component => component.Tools)
        .ToFrozenDictionary(tool => tool.Definition.Name, StringComparer.Ordinal);
}
