namespace StorageKit.Conformance.Exercises;

/// <summary>A member of a contract, called with valid arguments.</summary>
/// <param name="Name">As a failure shows it: <c>IRateLimitCounter.IncrementAsync</c>.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record Exercise(string Name, Func<CancellationToken, ValueTask> CallAsync);
