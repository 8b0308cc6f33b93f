namespace StorageKit;

/// <summary>Everything that a configuration selects, opened. Thread-safe. Dispose it once at the end.</summary>
/// <example><code>
/// await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load("storage.toml"));
/// await storage.Audit.EmitAsync(entry);
/// </code></example>
public sealed class Storage : IAsyncDisposable
{
    readonly IReadOnlyList<(DriverSection Section, IReadOnlyList<string> Kinds)> _sections;
    readonly DisposalStack _opened;
    readonly string _file;
    SelectedStores? _system;

    internal Storage(
        IReadOnlyList<(DriverSection Section, IReadOnlyList<string> Kinds)> sections, DisposalStack opened, string file)
    {
        _sections = sections;
        _opened = opened;
        _file = file;
    }

    /// <summary>The system tenant's policies.</summary>
    public IPolicyStore Policies => System.Get<IPolicyStore>();

    /// <summary>The system tenant's audit sink.</summary>
    public IAuditSink Audit => System.Get<IAuditSink>();

    /// <summary>The system tenant's sessions.</summary>
    public ISessionStore Sessions => System.Get<ISessionStore>();

    /// <summary>The system tenant's credentials.</summary>
    public ICredentialStore Credentials => System.Get<ICredentialStore>();

    /// <summary>The system tenant's rate-limit counters.</summary>
    public IRateLimitCounter RateLimits => System.Get<IRateLimitCounter>();

    /// <summary>The system tenant's agents.</summary>
    public ILifecycleStore Lifecycle => System.Get<ILifecycleStore>();

    /// <summary>The system tenant's objects.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no <c>object_store</c>.</exception>
    public IObjectStore Objects => System.Get<IObjectStore>();

    SelectedStores System => _system ?? throw new ObjectDisposedException(nameof(Storage));

    /// <summary>The store that serves a contract, for the system tenant; a contract of your own, too.</summary>
    /// <exception cref="InvalidOperationException">The configuration selects no driver for it.</exception>
    public T Get<T>() where T : class => System.Get<T>();

    /// <summary>Opens the selected stores for another tenant, on the same resources.</summary>
    /// <exception cref="StorageConfigException">A store could not be opened.</exception>
    public async ValueTask<SelectedStores> OpenTenantAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        List<(TenantStores, IReadOnlyList<Type>)> parts = [];
        foreach (var (section, kinds) in _sections)
        {
            var registrations = section.Driver.Stores.Where(s => s.Contracts.Any(c => kinds.Contains(c.Kind))).ToList();
            var stores = new TenantStores(tenant, _opened);
            var contracts = registrations.SelectMany(s => s.Contracts).Where(c => kinds.Contains(c.Kind)).Select(c => c.Contract);
            parts.Add((stores, [.. contracts]));
            try
            {
                await section.OpenInto(stores, registrations, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                foreach (var (part, _) in parts) await part.DisposeAsync().ConfigureAwait(false);
                throw BuildFailure.Of(_file, kinds.FirstOrDefault(), section.Driver.Name, e);
            }
        }
        return new(tenant, parts);
    }

    internal async ValueTask OpenSystemTenantAsync(CancellationToken cancellationToken) =>
        _system = await OpenTenantAsync(TenantId.System, cancellationToken).ConfigureAwait(false);

    /// <summary>Disposes all stores, then all resources, each in the reverse order of opening. May be called again.</summary>
    public ValueTask DisposeAsync()
    {
        _system = null;
        return _opened.DisposeAsync();
    }
}
