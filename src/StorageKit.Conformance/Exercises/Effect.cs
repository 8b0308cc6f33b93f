namespace StorageKit.Conformance.Exercises;

/// <summary>A call that changes one thing, and how to see whether it did. Used once.</summary>
/// <param name="Before">What is seen before the call.</param>
/// <param name="After">What is seen when the call has been applied once.</param>
/// <param name="Followed">What is seen after a later call on the same thing, whether this one was applied or not.
/// </param>
internal sealed record Effect(string Before, string After, string Followed)
{
    /// <summary>Makes that <see cref="Before"/> is seen, past the proxy.</summary>
    internal required Func<CancellationToken, ValueTask> PrepareAsync { get; init; }

    /// <summary>The call, by the clause's own store.</summary>
    internal required Func<CancellationToken, ValueTask> CallAsync { get; init; }

    /// <summary>The later call, by the clause's own store; can be repeated when it fails.</summary>
    internal required Func<CancellationToken, ValueTask> FollowAsync { get; init; }

    /// <summary>What is seen past the proxy.</summary>
    internal required Func<CancellationToken, ValueTask<string>> ObserveAsync { get; init; }
}
