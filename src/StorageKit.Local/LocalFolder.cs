using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>The folder of one <c>[storage.local]</c> section, shared by the stores of all tenants, each of which has a
/// folder of its own below it. Thread-safe.</summary>
/// <remarks>Several sections and processes may open one folder: each file is written by one of them at a time, and what
/// one has acknowledged the others read. What is acknowledged is synced to the disk.</remarks>
[StorageResource]
public sealed class LocalFolder : IAsyncDisposable
{
    const int AtOnce = 16;

    // Longer than a busy disk takes, shorter than whoever asks for health waits.
    static readonly TimeSpan s_healthLimit = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _free = new(AtOnce);
    readonly ConcurrentDictionary<TenantId, TenantFolder> _tenants = new();
    readonly string _root;
    readonly HealthProbe _health;
    volatile bool _isDisposed;

    /// <summary>Opens the folder, and makes it when it is not there.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">The clock of expiry.</param>
    /// <param name="logger">Hears of repairs.</param>
    /// <exception cref="StorageException">An option is out of its range, or the folder cannot be used; the message says
    /// what to do.</exception>
    public LocalFolder(LocalOptions options, TimeProvider time, ILogger<LocalFolder> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        OptionChecks.Check(options);
        Options = options;
        Clock = new(time);
        Logger = logger;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Path));
        RootFolder.Ensure(_root);
        _health = new(AskAsync, s_healthLimit, $"look at the disk of \"{_root}\"");
    }

    internal LocalOptions Options { get; }

    internal SteadyClock Clock { get; }

    internal ILogger Logger { get; }

    internal TenantFolder TenantOf(TenantId tenant) => _tenants.GetOrAdd(
        tenant, id => new(Path.Combine(_root, id.ToString()), Options, Logger));

    /// <summary>Works on files, on a thread of the pool: a slow disk holds up no caller.</summary>
    internal async ValueTask<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(LocalFolder));
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(LocalFolder));
            // First come, first served: a task that a thread of the pool starts for itself would go before all that
            // waits for the pool, and busy callers of one store would keep the emits of another out.
            return await Task.Factory.StartNew(
                work, cancellationToken, TaskCreationOptions.PreferFairness | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    internal Task EmitAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(LocalFolder));
        return TenantOf(tenant).Audit.EmitAsync(entries, cancellationToken);
    }

    /// <summary>Returns when a file was written, synced and removed in the root.</summary>
    internal ValueTask CheckHealthAsync(CancellationToken cancellationToken) => _health.CheckAsync(cancellationToken);

    async ValueTask AskAsync(CancellationToken cancellationToken) =>
        await RunAsync(() => RootFolder.Check(_root), cancellationToken).ConfigureAwait(false);

    /// <summary>Ends the section: new calls are refused, queued emits are still written and acknowledged, running calls
    /// end. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        for (var i = 0; i < AtOnce; i++) await _free.WaitAsync().ConfigureAwait(false);
        foreach (var tenant in _tenants.Values) await tenant.Audit.CloseAsync().ConfigureAwait(false);
        // Who still waits comes in now and learns that all is over.
        _free.Release(AtOnce);
    }
}
