namespace StorageKit;

/// <summary>Other stores of a driver, for data that another program has laid out. An option of the section chooses it;
/// see <see cref="ILayoutOptions"/>. Thread-safe.</summary>
/// <remarks>Its stores take the place of those of the driver's classes. A layout may serve fewer contracts than the
/// driver.</remarks>
public interface IStoreLayout
{
    /// <summary>Why it does not serve a contract, and what to do instead; null when it does. Asked before anything is
    /// opened.</summary>
    /// <param name="contract">A contract that the driver serves.</param>
    string? WhyNotServed(Type contract);

    /// <summary>Opens the store of a contract that it serves.</summary>
    /// <param name="contract">The contract; the store implements it.</param>
    /// <param name="scope">The section's options and resources, and the tenant.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The store; null for a contract that is not the layout's concern: the driver's class serves
    /// it.</returns>
    /// <exception cref="StorageException">It cannot be opened, or not for this tenant; the message says what to do.
    /// </exception>
    ValueTask<object?> OpenAsync(Type contract, DriverScope scope, CancellationToken cancellationToken);
}
