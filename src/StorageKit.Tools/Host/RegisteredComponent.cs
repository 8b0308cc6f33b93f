namespace StorageKit.Tools;

/// <summary>A component in a host: who serves it, its tools, and the calls that are under way. Thread-safe.</summary>
internal sealed class RegisteredComponent(ToolComponent component, IToolProvider provider)
{
    readonly Lock _lock = new();
    readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _running = 1; // opening it counts as a call, so that nobody closes it meanwhile
    bool _isClosed;

    internal ToolComponent Component { get; } = component;

    internal IToolProvider Provider { get; } = provider;

    /// <summary>Its tools in ordinal order; none before it is opened. Set under the host's lock.</summary>
    internal IReadOnlyList<ToolDefinition> Tools { get; set; } = [];

    /// <summary>Its closing, once it has begun; however many ask for it, it is closed once. Set under the host's lock.
    /// </summary>
    internal Task? Closing { get; set; }

    /// <summary>Begins a call; false when the component is being closed.</summary>
    internal bool TryEnter()
    {
        lock (_lock)
        {
            if (_isClosed) return false;
            _running++;
            return true;
        }
    }

    /// <summary>Ends a call, or the opening.</summary>
    internal void Exit()
    {
        lock (_lock)
            if (--_running == 0 && _isClosed)
                _drained.TrySetResult();
    }

    /// <summary>Lets no further call begin.</summary>
    /// <returns>Ends when no call is under way.</returns>
    internal Task CloseAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (_running == 0) _drained.TrySetResult();
        }
        return _drained.Task;
    }

    /// <summary>As messages name it: with who serves it.</summary>
    public override string ToString() => $"{Component} of the provider \"{Provider.Name}\"";
}
