namespace StorageKit;

/// <summary>Ability of a policy, session or credential store: naming everything that it keeps, so that it can be moved
/// or counted. The contracts alone answer only to who knows a key.</summary>
public interface IKeyListing
{
    /// <summary>The key of each thing that is kept for the tenant, once, in any order: of a credential its key, of a
    /// policy its agent's id and of a session its id, as their <c>ToString</c> writes them. What has expired is not
    /// named; what is written or removed meanwhile may be or not.</summary>
    /// <remarks>Memory stays at one page; where the backend lists in no order and may repeat itself, as Redis does, at
    /// some bytes for each key.</remarks>
    /// <exception cref="StorageException">The backend did not answer.</exception>
    IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default);
}
