using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StorageKit.Diagnostics;

namespace StorageKit;

/// <summary>Opens what a configuration selects, once, for everybody who asks the container; disposes it once.
/// Thread-safe.</summary>
/// <remarks>A hosted service that takes a store in its constructor is constructed before the host starts anything, so
/// the stores are also opened on demand: then the thread that asks waits.</remarks>
internal sealed class StorageHost : IAsyncDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    readonly Dictionary<TenantId, SelectedStores> _tenants = [];
    readonly StorageHostSetup _setup;
    readonly ILogger _logger;
    readonly CancellationToken _stopping;
    volatile StorageConfig? _config;
    volatile Storage? _storage;
    volatile string? _drift;
    volatile bool _isDisposed;

    internal StorageHost(StorageHostSetup setup, IServiceProvider container)
    {
        _setup = setup;
        // Whoever starts a service expects a path to be relative to its content root, as appsettings.json is.
        var root = container.GetService<IHostEnvironment>()?.ContentRootPath ?? "";
        Path = setup.Path is null ? null : System.IO.Path.Combine(root, setup.Path);
        Services = new()
        {
            LoggerFactory = container.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            TimeProvider = container.GetService<TimeProvider>() ?? TimeProvider.System,
            Environment = setup.Options.Environment,
        };
        _logger = Services.LoggerFactory.CreateLogger<StorageHost>();
        _stopping = container.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
    }

    string? Path { get; }

    internal Registry Registry => _setup.Registry;

    internal StorageServices Services { get; }

    /// <summary>The file to be watched; null when there is none, or nobody wants to know.</summary>
    internal string? WatchedPath => _setup.Options.ReloadOnChange ? Path : null;

    /// <summary>What the file says that is not open, for the health check; null when it is all open.</summary>
    internal string? Drift { get => _drift; set => _drift = value; }

    /// <summary>What is open; null before and after.</summary>
    internal Storage? Opened => _isDisposed ? null : _storage;

    /// <summary>What is opened, or will be: the file as it was when it was first read.</summary>
    /// <exception cref="StorageConfigException">It cannot be read, or is no storage configuration.</exception>
    internal StorageConfig Config => _config ??= _setup.Config ?? StorageConfig.Load(Path!);

    /// <summary>As <see cref="OpenAsync"/>, for those who cannot wait otherwise: constructors, and factories of the
    /// container.</summary>
    internal Storage Open() => _storage ?? Wait(() => OpenAsync(_stopping));

    /// <summary>Opens everything, unless it is open.</summary>
    /// <exception cref="StorageConfigException">The configuration is wrong, or a driver could not be opened; it is
    /// logged, and what was open is closed.</exception>
    /// <exception cref="ObjectDisposedException">The host has stopped.</exception>
    internal async Task<Storage> OpenAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(Storage));
            return _storage ??= await OpenNowAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<Storage> OpenNowAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var config = Config;
            var storage = await Registry.OpenAsync(config, Services, cancellationToken).ConfigureAwait(false);
            await OpenNamedTenantsAsync(storage, cancellationToken).ConfigureAwait(false);
            var took = Stopwatch.GetElapsedTime(began);
            StorageTelemetry.OpenDuration.Record(took.TotalSeconds);
            HostingLog.Opened(_logger, config.File, (long)took.TotalMilliseconds, config);
            return storage;
        }
        catch (StorageConfigException e)
        {
            StorageTelemetry.OpenDuration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new KeyValuePair<string, object?>(StoreOperation.ErrorTag, e.Errors[0].Kind.ToString()));
            Refuse(e);
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            HostingLog.Cancelled(_logger);
            throw;
        }
    }

    async Task OpenNamedTenantsAsync(Storage storage, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var tenant in _setup.Options.Tenants.Values.Distinct())
                if (tenant != TenantId.System)
                    _tenants[tenant] = await storage.OpenTenantAsync(tenant, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _tenants.Clear();
            await storage.DisposeAfterFailureAsync().ConfigureAwait(false);
            throw;
        }
    }

    void Refuse(StorageConfigException error)
    {
        // Somebody may mend the file and ask again.
        _config = null;
        HostingLog.NotOpened(_logger, error.Message);
    }

    /// <summary>The names of the drivers that the configuration selects, before anything is open.</summary>
    /// <exception cref="StorageConfigException">It cannot be read, or is no storage configuration; it is logged.
    /// </exception>
    internal IReadOnlyList<string> SelectedDrivers()
    {
        try
        {
            var selected = Registry.Contracts()
                .Select(contract => Config.TryGetDriver(contract.Kind, out var driver) ? driver : null).ToHashSet();
            return [.. Registry.Drivers.Select(driver => driver.Name).Where(selected.Contains)];
        }
        catch (StorageConfigException e)
        {
            Refuse(e);
            throw;
        }
    }

    /// <summary>A tenant's store, which is opened now if its tenant has not been asked for before.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="key">The tenant's name or id.</param>
    internal object Get(Type contract, object? key)
    {
        var tenant = _setup.TenantOf(key);
        var storage = Open();
        return tenant == TenantId.System
            ? storage.Get(contract)
            : Wait(() => TenantAsync(storage, tenant)).Get(contract);
    }

    async Task<SelectedStores> TenantAsync(Storage storage, TenantId tenant)
    {
        await _turn.WaitAsync(_stopping).ConfigureAwait(false);
        try
        {
            if (_tenants.TryGetValue(tenant, out var open)) return open;
            return _tenants[tenant] = await storage.OpenTenantAsync(tenant, _stopping).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    // On a thread of the pool: a driver may want to go on in the caller's context, which is blocked here.
    static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();

    /// <summary>Disposes all stores and resources. May be called again.</summary>
    /// <exception cref="AggregateException">Some failed while they were disposed; all are disposed.</exception>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isDisposed) return;
            _isDisposed = true;
            if (_storage is not { } storage) return;
            await storage.DisposeAsync().ConfigureAwait(false);
            HostingLog.Closed(_logger, storage.File);
        }
        finally
        {
            _turn.Release();
        }
    }
}
