namespace StorageKit.Conformance.Faults;

/// <summary>Lets some bytes pass in one direction, over all connections, and then shuts. Thread-safe.</summary>
/// <param name="bytes">How many pass.</param>
/// <param name="cuts">Whether the connection that comes to the shut gate is cut, once; else every connection waits
/// there until the gate is opened.</param>
internal sealed class Gate(long bytes, bool cuts)
{
    readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _lock = new();
    long _left = bytes;
    bool _isOpen;

    /// <summary>Ends when a byte has come to the shut gate: it is lost with its connection, or waits.</summary>
    internal Task Reached => _reached.Task;

    /// <summary>Ends when the gate was opened.</summary>
    internal Task Opened => _opened.Task;

    /// <summary>How many of so many bytes may pass now.</summary>
    internal int Take(int wanted)
    {
        lock (_lock)
        {
            if (_isOpen) return wanted;
            var taken = (int)Math.Min(wanted, _left);
            _left -= taken;
            return taken;
        }
    }

    /// <summary>A connection has come to the shut gate.</summary>
    /// <returns>Whether it is to be cut. The gate is open then: it cuts one.</returns>
    internal bool Reach()
    {
        lock (_lock)
        {
            if (_isOpen) return false;
            if (cuts) Open();
            return cuts;
        }
    }

    /// <summary>Tells who waits for <see cref="Reached"/>; after the cut, so that whoever hears of it finds it done.
    /// </summary>
    internal void TellReached() => _reached.TrySetResult();

    /// <summary>Lets everything pass from now on.</summary>
    internal void Open()
    {
        lock (_lock) _isOpen = true;
        _opened.TrySetResult();
    }
}
