using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace StorageKit.Tools;

/// <summary>Holds providers, their components and the agents that may use them, and lets calls through. Thread-safe.
/// Dispose it once at the end.</summary>
/// <example><code>
/// await using var host = new ToolHost();
/// host.RegisterProvider(new StorageToolProvider());
/// await host.RegisterComponentAsync(new StorageComponent("docs", store));
/// host.SetAgent(new ToolAgent("writer", [new ToolGrant("docs", ToolAccess.ReadWrite)]));
/// var result = await host.CallAsync("writer", "docs-read", arguments);
/// </code></example>
public sealed partial class ToolHost : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly ToolHostOptions _options;
    readonly ILogger _logger;
    readonly SortedDictionary<string, IToolProvider> _providers = new(ToolNames.Comparer);
    readonly SortedDictionary<string, RegisteredComponent> _components = new(ToolNames.Comparer);
    readonly Dictionary<string, ToolAgent> _granted = new(StringComparer.Ordinal);
    volatile FrozenDictionary<string, AgentTools> _agents = FrozenDictionary<string, AgentTools>.Empty;
    bool _isDisposed;

    /// <summary>A host without providers, components and agents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit of <paramref name="options"/> is not more than zero.
    /// </exception>
    public ToolHost(ToolHostOptions? options = null)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.CallTimeout, TimeSpan.Zero);
        if (_options.RateLimit is { } limit) Check(limit);
        _logger = _options.Services.LoggerFactory.CreateLogger<ToolHost>();
        _audit = _options.Audit is { } sink ? new(sink, _options.Services.TimeProvider) : null;
    }

    /// <summary>Some agent's tools may have changed. Raised after the change, on the thread that made it; a listener
    /// that throws is logged and keeps no other from hearing it.</summary>
    public event EventHandler? ToolsChanged;

    /// <summary>The names of the agents, in ordinal order.</summary>
    public IReadOnlyList<string> Agents => [.. _agents.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Sets what an agent may use, from its next call on. What is not registered (yet) is no error.</summary>
    public void SetAgent(ToolAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        lock (_lock)
        {
            ThrowIfDisposed();
            _granted[agent.Name] = agent;
            Publish();
        }
        RaiseToolsChanged();
    }

    /// <summary>Takes everything from an agent, from its next call on.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveAgent(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        lock (_lock)
        {
            if (!_granted.Remove(agent)) return false;
            Publish();
        }
        RaiseToolsChanged();
        return true;
    }

    /// <summary>The tools that an agent may call now, in the ordinal order of their names; none for an unknown one.
    /// </summary>
    public IReadOnlyList<ToolDefinition> ToolsFor(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return _agents.TryGetValue(agent, out var tools) ? tools.Tools : [];
    }

    /// <summary>The components that an agent may use now, in the ordinal order of their names; none for an unknown one.
    /// </summary>
    public IReadOnlyList<ComponentAccess> ComponentsFor(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return _agents.TryGetValue(agent, out var tools) ? tools.Components : [];
    }

    // Calls read one immutable table; every change makes a new one, under the lock.
    void Publish() => _agents = _granted.Values.ToFrozenDictionary(
        agent => agent.Name, agent => new AgentTools(agent, _components), StringComparer.Ordinal);

    void RaiseToolsChanged()
    {
        foreach (var listener in ToolsChanged?.GetInvocationList() ?? [])
        {
            try
            {
                ((EventHandler)listener)(this, EventArgs.Empty);
            }
            catch (Exception e)
            {
                HostLog.ListenerFailed(_logger, HostLog.ReasonOf(e));
            }
        }
    }

    void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);
}
