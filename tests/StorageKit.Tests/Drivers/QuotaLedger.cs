namespace StorageKit.Tests.Drivers;

/// <summary>A contract of somebody's own.</summary>
[StorageContract("quota")]
internal interface IQuotaLedger
{
    /// <summary>Takes units, and returns how many are left.</summary>
    ValueTask<long> TakeAsync(string key, long units);
}

/// <summary>A store of it.</summary>
internal sealed class QuotaLedger : IQuotaLedger
{
    long _left = 100;

    public ValueTask<long> TakeAsync(string key, long units) => new(Interlocked.Add(ref _left, -units));
}
