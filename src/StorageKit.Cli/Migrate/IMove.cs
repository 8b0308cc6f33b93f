namespace StorageKit.Cli.Migrate;

/// <summary>Copies what one contract keeps for a tenant from one store to another.</summary>
internal interface IMove
{
    /// <summary>Why it cannot be done with these stores; null when it can.</summary>
    string? Obstacle { get; }

    /// <summary>Whether the target keeps nothing.</summary>
    Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Copies what the target does not have yet; may be done again after it was interrupted.</summary>
    /// <param name="copied">Told how many are copied so far.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task CopyAsync(Action<long> copied, CancellationToken cancellationToken);

    /// <summary>Reads both sides again.</summary>
    /// <returns>How many there are, and how the two sides differ; null when they do not.</returns>
    Task<(long Count, string? Difference)> CompareAsync(CancellationToken cancellationToken);
}
