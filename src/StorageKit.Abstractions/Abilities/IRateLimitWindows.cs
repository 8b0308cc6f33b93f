namespace StorageKit;

/// <summary>Ability of an <see cref="IRateLimitCounter"/>: showing the windows that are running, so that they can be
/// moved or counted.</summary>
public interface IRateLimitWindows
{
    /// <summary>Each running window of the tenant once, in any order. What begins or ends meanwhile may be named or
    /// not.</summary>
    /// <remarks>Memory stays at one page; where the backend lists in no order and may repeat itself, as Redis does, at
    /// some bytes for each key.</remarks>
    /// <exception cref="StorageException">The backend did not answer.</exception>
    IAsyncEnumerable<RateLimitWindow> ListWindowsAsync(CancellationToken cancellationToken = default);
}
