namespace StorageKit.Conformance.Exercises;

/// <summary>A member of a contract, called with an argument that it has to refuse.</summary>
/// <param name="Name">Member and argument, as a failure shows them.</param>
/// <param name="Error">The exception, or the base of it.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record Refusal(string Name, Type Error, Func<CancellationToken, ValueTask> CallAsync);
