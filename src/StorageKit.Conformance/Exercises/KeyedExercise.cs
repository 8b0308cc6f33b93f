namespace StorageKit.Conformance.Exercises;

/// <summary>A member of a contract that takes a key, to be called with any.</summary>
/// <param name="Name">As a failure shows it: <c>IObjectStore.ReadAsync</c>.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record KeyedExercise(string Name, Func<string, CancellationToken, ValueTask> CallAsync);
