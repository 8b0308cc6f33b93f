namespace StorageKit;

/// <summary>Ability of a store: saying whether its backend works, by really asking it.</summary>
public interface IHealthCheckable
{
    /// <summary>Returns when the backend answered.</summary>
    /// <exception cref="StorageException">It did not, with what to do.</exception>
    ValueTask CheckHealthAsync(CancellationToken cancellationToken = default);
}
