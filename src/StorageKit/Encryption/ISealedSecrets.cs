namespace StorageKit;

/// <summary>A store's secrets of one tenant, as <see cref="CredentialRotation"/> sees them.</summary>
public interface ISealedSecrets
{
    /// <summary>All secrets whose stored bytes do not begin in a certain way; those that change meanwhile may be
    /// missing.</summary>
    /// <param name="current">How those begin that are left out.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="StorageException">The backend cannot be read.</exception>
    IAsyncEnumerable<SealedSecret> FindOthersAsync(
        ReadOnlyMemory<byte> current, CancellationToken cancellationToken = default);

    /// <summary>Replaces secrets: each only if the stored bytes are those that were found, in one step with the look at
    /// them. So a put or delete in between wins, and what was deleted does not come back.</summary>
    /// <param name="batch">At most 32, in the order in which they were found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were replaced.</returns>
    /// <exception cref="StorageException">The backend cannot be written.</exception>
    ValueTask<int> ReplaceAsync(IReadOnlyList<ResealedSecret> batch, CancellationToken cancellationToken = default);
}
