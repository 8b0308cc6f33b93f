namespace StorageKit.Cli.Migrate;

/// <summary>What became of a contract.</summary>
/// <param name="Kind">Its key.</param>
/// <param name="From">The source's driver.</param>
/// <param name="To">The target's.</param>
/// <param name="Count">How many things the target has now; null when none was looked at.</param>
/// <param name="Problem">What is wrong, or null.</param>
/// <param name="Skipped">Why nothing had to be done, or null.</param>
internal sealed record MoveResult(
    string Kind, string From, string To, long? Count, string? Problem = null, string? Skipped = null);
