namespace StorageKit;

/// <summary>A driver opened from its section: its resources, from which stores are opened for any number of tenants.
/// Thread-safe.</summary>
public sealed partial class DriverSection : IAsyncDisposable
{
    readonly object? _options;
    readonly List<object> _resources = [];
    readonly KeyRing? _ring;
    readonly StorageServices _services;
    readonly DisposalStack _opened = new(typeof(DriverSection));

    DriverSection(DriverRegistration driver, object? options, KeyRing? ring, StorageServices services)
    {
        Driver = driver;
        _options = options;
        _ring = ring;
        _services = services;
    }

    /// <summary>The driver.</summary>
    public DriverRegistration Driver { get; }

    internal static async ValueTask<DriverSection> OpenAsync(
        DriverRegistration driver, object? options, KeyRing? ring, StorageServices services,
        CancellationToken cancellationToken, DisposalStack? behind = null)
    {
        var section = new DriverSection(driver, options, ring, services);
        try
        {
            // First in, so that it is disposed last.
            if (behind is not null) await section._opened.PushAsync(behind).ConfigureAwait(false);
            var scope = section.ScopeOf(TenantId.System);
            foreach (var registration in driver.Resources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var resource = await registration.OpenAsync(scope, cancellationToken).ConfigureAwait(false);
                await section._opened.PushAsync(resource).ConfigureAwait(false);
                section._resources.Add(resource);
            }
            return section;
        }
        catch
        {
            await section._opened.DisposeAfterFailureAsync(services.LoggerFactory).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the driver's stores for a tenant: all that the section's layout serves. Dispose them, or the
    /// section, which disposes them too.</summary>
    /// <exception cref="StorageException">A store could not be opened; those before it are disposed.</exception>
    /// <exception cref="ObjectDisposedException">The section is disposed.</exception>
    public async ValueTask<TenantStores> OpenTenantAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        var stores = await TenantStores.CreateAsync(tenant, _opened).ConfigureAwait(false);
        try
        {
            foreach (var registration in Driver.Stores)
                await OpenInto(stores, registration, registration.Contracts.Where(Serves), cancellationToken)
                    .ConfigureAwait(false);
            return stores;
        }
        catch
        {
            await stores.DisposeAfterFailureAsync(_services.LoggerFactory).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a store class for some of the contracts it serves.</summary>
    internal async ValueTask OpenInto(
        TenantStores stores, StoreRegistration registration, IEnumerable<ContractRegistration> contracts,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Layout is { } layout)
        {
            await OpenLaidOutInto(layout, stores, registration, contracts, cancellationToken).ConfigureAwait(false);
            return;
        }
        var store = await registration.OpenAsync(ScopeOf(stores.Tenant), cancellationToken).ConfigureAwait(false);
        await stores.AddAsync(store, contracts).ConfigureAwait(false);
    }

    /// <summary>Opens the store class that serves a contract, for whoever disposes it.</summary>
    internal ValueTask<object> OpenStoreAsync(Type contract, TenantId tenant, CancellationToken cancellationToken)
    {
        var registration = Driver.StoreOf(contract)!;
        return Layout is { } layout
            ? OpenLaidOutAsync(layout, registration, contract, tenant, cancellationToken)
            : registration.OpenAsync(ScopeOf(tenant), cancellationToken);
    }

    /// <summary>A resource of the driver.</summary>
    internal T Resource<T>() where T : class => ScopeOf(TenantId.System).Resource<T>();

    DriverScope ScopeOf(TenantId tenant) => new(_options, _resources, _ring, _services, tenant);

    /// <summary>Disposes the stores, then the resources, each in the reverse order of opening. May be called
    /// again.</summary>
    /// <exception cref="AggregateException">Some failed while they were disposed; all are disposed.</exception>
    public ValueTask DisposeAsync() => _opened.DisposeAsync();
}
