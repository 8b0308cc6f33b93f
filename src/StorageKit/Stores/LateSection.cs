namespace StorageKit;

/// <summary>A section that is opened when it is first asked for; a failure is forgotten, and the next call tries again.
/// Thread-safe.</summary>
internal sealed class LateSection(SelectedDriver driver, string file, KeyRing? ring, StorageServices services)
    : IAsyncDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    DriverSection? _section;
    bool _isDisposed;

    internal async ValueTask<DriverSection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(Storage));
            return _section ??= await driver.OpenAsync(file, ring, services, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Opens a store for whoever disposes it.</summary>
    /// <exception cref="StorageException">The section could not be opened, or the store.</exception>
    internal async ValueTask<object> OpenStoreAsync(
        Type contract, TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            var section = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await section.OpenStoreAsync(contract, tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageConfigException e)
        {
            throw e.InnerException as StorageException
                ?? new StorageException(StorageErrorKind.Backend, e.Errors[0].Message, isTransient: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            if (_section is { } section) await section.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
