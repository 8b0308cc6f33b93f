using StorageKit.Toml;

namespace StorageKit;

/// <summary>An option whose value is the name of another driver: what a store that stands in front of another one (a
/// cache, an outbox) is given for what is behind it. The registry checks the name, and opens both.</summary>
/// <typeparam name="T">The contract that the other driver has to serve.</typeparam>
/// <example><code>
/// [StorageOptions]
/// public sealed record CacheOptions
/// {
///     public required StoreReference&lt;IPolicyStore> Source { get; init; }     // [storage.cache] source = "sqlite"
/// }
/// </code></example>
public sealed class StoreReference<T> : IStoreReference where T : class
{
    readonly TextPosition _position;
    Func<TenantId, CancellationToken, ValueTask<object>>? _open;
    bool _isLate;

    /// <summary>A reference to a store that the caller opens himself.</summary>
    /// <param name="driver">What messages call it.</param>
    /// <param name="open">Opens it for a tenant.</param>
    public StoreReference(string driver, Func<TenantId, CancellationToken, ValueTask<T>> open)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(open);
        Driver = driver;
        _open = async (tenant, cancellationToken) => await open(tenant, cancellationToken).ConfigureAwait(false);
    }

    internal StoreReference(string driver, TextPosition position)
    {
        Driver = driver;
        _position = position;
    }

    /// <summary>The other driver's name.</summary>
    public string Driver { get; }

    Type IStoreReference.Contract => typeof(T);

    TextPosition IStoreReference.Position => _position;

    bool IStoreReference.IsLate => _isLate;

    void IStoreReference.Link(Func<TenantId, CancellationToken, ValueTask<object>> open) => _open = open;

    /// <summary>Whether there is something to open: not when the section that refers to it was opened alone.</summary>
    public bool IsLinked => _open is not null;

    /// <summary>For a store that works while what is behind it is away: the configuration opens although the other
    /// driver cannot be; <see cref="OpenAsync"/> tries it, each time it is called, until it could be. Call it in the
    /// options' <c>init</c>, before anything is opened.</summary>
    /// <returns>This reference.</returns>
    public StoreReference<T> OpenedLate()
    {
        _isLate = true;
        return this;
    }

    /// <summary>Opens a store of the other driver, from the section that all its stores share. Dispose it with the
    /// store that asks for it.</summary>
    /// <exception cref="StorageException">It could not be opened; or the section that refers to it was opened alone.
    /// </exception>
    public async ValueTask<T> OpenAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        _open is { } open
            ? (T)await open(tenant, cancellationToken).ConfigureAwait(false)
            : throw new StorageException(
                StorageErrorKind.Backend,
                $"the driver \"{Driver}\" is referred to by a section that was opened alone; open a configuration that "
                + "has both", isTransient: false);

    /// <summary>The other driver's name.</summary>
    public override string ToString() => Driver;
}
