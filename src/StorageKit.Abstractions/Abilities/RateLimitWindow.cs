namespace StorageKit;

/// <summary>A running window of a counter.</summary>
/// <param name="Key">The counter's key.</param>
/// <param name="Total">What was counted in it.</param>
/// <param name="Remaining">How long it still runs; longer than zero.</param>
public sealed record RateLimitWindow(string Key, ulong Total, TimeSpan Remaining);
