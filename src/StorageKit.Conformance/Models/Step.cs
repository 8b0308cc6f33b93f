namespace StorageKit.Conformance.Models;

/// <summary>One operation of a sequence.</summary>
/// <param name="Text">As a failure shows it: <c>IncrementAsync("a", 3, 1 h)</c>.</param>
/// <param name="Expect">Does it on the model; gives the right answer.</param>
/// <param name="AskAsync">Does it on a store, after the model; gives the store's answer, or null when the store lacks
/// the ability and so has none.</param>
internal sealed record Step<TStore, TState>(
    string Text, Func<TState, string> Expect, Func<TStore, TState, CancellationToken, ValueTask<string?>> AskAsync)
{
    /// <summary>The time that goes by instead of a call.</summary>
    internal TimeSpan? Passes { get; init; }
}
