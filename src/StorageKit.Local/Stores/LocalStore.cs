namespace StorageKit.Local;

/// <summary>What every store of the driver "local" has in common: the tenant's folder, a health check and an end.
/// Disposing one store leaves the data and the other stores as they are.</summary>
/// <remarks>Arguments are checked first, then whether the store is disposed; both throw at the call. A cancelled call
/// that was not begun has no effect. A call that fails because of its disk may have been applied, unless it is an emit.
/// </remarks>
public abstract partial class LocalStore : IHealthCheckable, IDisposable
{
    readonly LocalFolder _folder;
    volatile bool _isDisposed;

    private protected LocalStore(LocalFolder folder, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        Tenant = tenant;
        Files = folder.TenantOf(tenant);
    }

    private protected TenantId Tenant { get; }

    private protected LocalOptions Options => _folder.Options;

    private protected long Now => _folder.Clock.NowTicks;

    private protected TenantFolder Files { get; }

    /// <summary>Returns when a file was written, synced and removed in the section's folder.</summary>
    /// <exception cref="StorageException">It could not be, within five seconds; the message says why.</exception>
    public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return _folder.CheckHealthAsync(cancellationToken);
    }

    /// <summary>Ends this store. May be called again.</summary>
    public void Dispose() => _isDisposed = true;

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    private protected ValueTask<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return _folder.RunAsync(read, cancellationToken);
    }

    private protected ValueTask ChangeAsync(Action change, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return EndAsync(change, cancellationToken);
    }

    private protected ValueTask EmitAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return new(_folder.EmitAsync(Tenant, entries, cancellationToken));
    }

    async ValueTask EndAsync(Action change, CancellationToken cancellationToken) => await _folder.RunAsync(
        () =>
        {
            change();
            return true;
        },
        cancellationToken).ConfigureAwait(false);
}
