namespace StorageKit.Tools;

/// <summary>Makes tools of components and carries out their calls. Safe for any number of concurrent callers.</summary>
/// <remarks>A host asks only for calls that it has let through. A provider awaits what takes time and never blocks its
/// thread: the host gives up waiting, but cannot free a thread. One that is <see cref="IAsyncDisposable"/> or
/// <see cref="IDisposable"/> is disposed with its host.</remarks>
public interface IToolProvider
{
    /// <summary>Its name, and the type of the components that it serves.</summary>
    string Name { get; }

    /// <summary>The tools of all registered components.</summary>
    IReadOnlyList<ToolDefinition> Tools { get; }

    /// <summary>Opens a component; after it, its tools are in <see cref="Tools"/>.</summary>
    /// <exception cref="StorageException">It could not be opened; then it has no tools.</exception>
    ValueTask RegisterAsync(ToolComponent component, CancellationToken cancellationToken = default);

    /// <summary>Closes a component and forgets its tools. An unknown one is fine. The host sees to it that no call of
    /// it is under way, unless one has outlived its time-out.</summary>
    ValueTask UnregisterAsync(string component, CancellationToken cancellationToken = default);

    /// <summary>Whether it still has a tool of exactly this name.</summary>
    bool CanHandle(string tool);

    /// <summary>Carries out a call.</summary>
    ValueTask<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken = default);
}
