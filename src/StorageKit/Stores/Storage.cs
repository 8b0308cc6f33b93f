namespace StorageKit;

/// <summary>Everything that a configuration selects, opened. Thread-safe. Dispose it once at the end.</summary>
/// <example><code>
/// await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load("storage.toml"));
/// await storage.Audit.EmitAsync(entry);
/// </code></example>
public sealed class Storage : IAsyncDisposable
{
    readonly List<(string Kind, DriverSection Section)> _selection = [];
    readonly DisposalStack _opened = new(typeof(Storage));
    readonly StorageServices _services;
    SelectedStores _system = null!;

    Storage(string file, StorageServices services)
    {
        File = file;
        _services = services;
    }

    internal static async ValueTask<Storage> OpenAsync(
        string file, IReadOnlyList<(string Kind, SelectedDriver Driver)> selection, KeyRing? ring,
        StorageServices services, CancellationToken cancellationToken)
    {
        var storage = new Storage(file, services) { Ring = ring };
        try
        {
            var sections = new SectionGraph(file, ring, services, storage._opened);
            foreach (var (kind, driver) in selection)
                storage._selection.Add(
                    (kind, await sections.OpenAsync(driver, cancellationToken).ConfigureAwait(false)));
            storage._system = await storage.OpenTenantAsync(TenantId.System, cancellationToken).ConfigureAwait(false);
            return storage;
        }
        catch
        {
            await storage.DisposeAfterFailureAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What errors call the configuration.</summary>
    internal string File { get; }

    /// <summary>The keys of <c>[storage.encryption]</c>; null when there is none.</summary>
    internal KeyRing? Ring { get; private init; }

    /// <summary>The system tenant's policies.</summary>
    public IPolicyStore Policies => _system.Get<IPolicyStore>();

    /// <summary>The system tenant's audit sink.</summary>
    public IAuditSink Audit => _system.Get<IAuditSink>();

    /// <summary>The system tenant's sessions.</summary>
    public ISessionStore Sessions => _system.Get<ISessionStore>();

    /// <summary>The system tenant's credentials.</summary>
    public ICredentialStore Credentials => _system.Get<ICredentialStore>();

    /// <summary>The system tenant's rate-limit counters.</summary>
    public IRateLimitCounter RateLimits => _system.Get<IRateLimitCounter>();

    /// <summary>The system tenant's agents.</summary>
    public ILifecycleStore Lifecycle => _system.Get<ILifecycleStore>();

    /// <summary>The system tenant's objects.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no <c>object_store</c>.</exception>
    public IObjectStore Objects => _system.Get<IObjectStore>();

    /// <summary>The store that serves a contract, for the system tenant; a contract of your own, too. An ability is
    /// asked of the store: <c>Get&lt;IAuditSink&gt;() as IAuditLog</c>.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no driver for it.</exception>
    /// <exception cref="ObjectDisposedException">The storage is disposed.</exception>
    public T Get<T>() where T : class => _system.Get<T>();

    /// <summary>Opens the selected stores for another tenant, on the same resources. Dispose them, or the storage,
    /// which disposes them too.</summary>
    /// <exception cref="StorageConfigException">A store could not be opened; those before it are disposed.</exception>
    /// <exception cref="ObjectDisposedException">The storage is disposed.</exception>
    public async ValueTask<SelectedStores> OpenTenantAsync(
        TenantId tenant, CancellationToken cancellationToken = default)
    {
        var stores = await TenantStores.CreateAsync(tenant, _opened).ConfigureAwait(false);
        try
        {
            foreach (var store in _selection.GroupBy(s => (s.Section, s.Section.Driver.StoreOf(s.Kind)!), s => s.Kind))
                await OpenInto(stores, store, cancellationToken).ConfigureAwait(false);
            return new(stores);
        }
        catch
        {
            await stores.DisposeAfterFailureAsync(_services.LoggerFactory).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>As <see cref="Get{T}"/>.</summary>
    internal object Get(Type contract) => _system.Get(contract);

    /// <summary>The system tenant's stores that a driver was selected for, each once.</summary>
    internal IReadOnlyList<object> StoresOf(string driver) =>
    [
        .. _selection
            .Where(selected => selected.Section.Driver.Name == driver)
            .Select(selected => _system.Get(ContractOf(selected.Section.Driver, selected.Kind)))
            .Distinct(ReferenceEqualityComparer.Instance),
    ];

    static Type ContractOf(DriverRegistration driver, string kind) =>
        driver.StoreOf(kind)!.Contracts.First(contract => contract.Kind == kind).Contract;

    async ValueTask OpenInto(
        TenantStores stores, IGrouping<(DriverSection Section, StoreRegistration Store), string> kinds,
        CancellationToken cancellationToken)
    {
        var (section, store) = kinds.Key;
        var contracts = store.Contracts.Where(contract => kinds.Contains(contract.Kind));
        try
        {
            await section.OpenInto(stores, store, contracts, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (BuildFailure.Is(e, cancellationToken))
        {
            // Disposed while it was opened: that, and no failure of the driver, is what the caller has to know.
            _opened.ThrowIfDisposed();
            throw BuildFailure.Of(File, kinds.First(), section.Driver.Name, e);
        }
    }

    /// <summary>Disposes all because of a failure, which is the news: others are only logged.</summary>
    internal ValueTask DisposeAfterFailureAsync() => _opened.DisposeAfterFailureAsync(_services.LoggerFactory);

    /// <summary>Disposes all stores, then all resources, each in the reverse order of opening. May be called
    /// again.</summary>
    /// <exception cref="AggregateException">Some failed while they were disposed; all are disposed.</exception>
    public ValueTask DisposeAsync() => _opened.DisposeAsync();
}
