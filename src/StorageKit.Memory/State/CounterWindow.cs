namespace StorageKit.Memory;

/// <summary>A key's windows, one after the other.</summary>
internal sealed class CounterWindow(string key) : Expiring<string>(key)
{
    volatile CounterRun? _run;

    /// <summary>The window that was opened last, over or not; null before the first and after the end. Set under the
    /// lock, read by anybody.</summary>
    internal CounterRun? Run
    {
        get => _run;
        set => _run = value;
    }
}
