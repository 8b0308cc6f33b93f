namespace StorageKit;

/// <summary>A driver opened from its section: its resources, from which stores are opened for any number of tenants.
/// Thread-safe.</summary>
public sealed class DriverSection : IAsyncDisposable
{
    readonly object? _options;
    readonly IReadOnlyList<object> _resources;
    readonly StorageServices _services;
    readonly DisposalStack _opened;

    DriverSection(
        DriverRegistration driver, object? options, IReadOnlyList<object> resources, StorageServices services,
        DisposalStack opened)
    {
        Driver = driver;
        _options = options;
        _resources = resources;
        _services = services;
        _opened = opened;
    }

    /// <summary>The driver.</summary>
    public DriverRegistration Driver { get; }

    internal static async ValueTask<DriverSection> OpenAsync(
        DriverRegistration driver, object? options, StorageServices services, CancellationToken cancellationToken)
    {
        var opened = new DisposalStack();
        List<object> resources = [];
        try
        {
            foreach (var registration in driver.Resources)
            {
                var scope = new DriverScope(options, resources, services, TenantId.System);
                var resource = await registration.OpenAsync(scope, cancellationToken).ConfigureAwait(false);
                opened.Push(resource);
                resources.Add(resource);
            }
            return new(driver, options, resources, services, opened);
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the driver's stores for a tenant. Dispose them, or the section, which disposes them too.</summary>
    /// <exception cref="StorageException">A store could not be opened; those before it are disposed.</exception>
    public async ValueTask<TenantStores> OpenTenantAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        var stores = new TenantStores(tenant, _opened);
        try
        {
            await OpenInto(stores, Driver.Stores, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await stores.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return stores;
    }

    internal async ValueTask OpenInto(
        TenantStores stores, IEnumerable<StoreRegistration> registrations, CancellationToken cancellationToken)
    {
        var scope = new DriverScope(_options, _resources, _services, stores.Tenant);
        foreach (var registration in registrations)
            stores.Add(await registration.OpenAsync(scope, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Disposes the stores, then the resources, each in the reverse order of opening. May be called again.</summary>
    public ValueTask DisposeAsync() => _opened.DisposeAsync();
}
