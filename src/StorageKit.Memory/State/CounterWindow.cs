namespace StorageKit.Memory;

/// <summary>A key's window: open until its deadline.</summary>
internal sealed class CounterWindow(string key) : Expiring<string>(key)
{
    internal bool IsOpen { get; set; }

    internal ulong Total { get; private set; }

    internal void Start()
    {
        IsOpen = true;
        Total = 0;
    }

    /// <summary>Adds, saturating at 2^64-1.</summary>
    internal ulong Add(ulong amount)
    {
        var sum = unchecked(Total + amount);
        return Total = sum < amount ? ulong.MaxValue : sum;
    }
}
