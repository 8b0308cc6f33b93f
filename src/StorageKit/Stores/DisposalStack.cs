using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>Disposes what was opened in the reverse order of opening, each once, all even if one fails. Thread-safe.
/// </summary>
/// <param name="owner">Who is disposed then, as exceptions name it.</param>
internal sealed class DisposalStack(Type owner) : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly List<object> _opened = [];
    volatile bool _isDisposed;

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, owner);

    /// <exception cref="ObjectDisposedException">The owner was disposed while it was opened; so is it now.</exception>
    internal async ValueTask PushAsync(object opened)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _opened.Add(opened);
                return;
            }
        }
        await DisposeAsync(opened).ConfigureAwait(false);
        ThrowIfDisposed();
    }

    internal void Remove(object opened)
    {
        lock (_lock) _opened.RemoveAll(other => ReferenceEquals(other, opened));
    }

    /// <exception cref="AggregateException">What failed while it was disposed; the others are disposed nevertheless.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        var failures = await DisposeAllAsync().ConfigureAwait(false);
        if (failures.Count > 0)
            throw new AggregateException("A store or resource failed while it was disposed.", failures);
    }

    /// <summary>Disposes all because opening failed: that failure is the news, so others are only logged.</summary>
    internal async ValueTask DisposeAfterFailureAsync(ILoggerFactory loggers)
    {
        foreach (var failure in await DisposeAllAsync().ConfigureAwait(false))
            RegistryLog.DisposeFailed(loggers.CreateLogger<Registry>(), failure.GetType());
    }

    async ValueTask<List<Exception>> DisposeAllAsync()
    {
        object[] opened;
        lock (_lock)
        {
            _isDisposed = true;
            opened = [.. _opened];
            _opened.Clear();
        }
        List<Exception> failures = [];
        for (var i = opened.Length - 1; i >= 0; i--)
        {
            try
            {
                await DisposeAsync(opened[i]).ConfigureAwait(false);
            }
            catch (AggregateException e)
            {
                failures.AddRange(e.Flatten().InnerExceptions);
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }
        return failures;
    }

    static ValueTask DisposeAsync(object opened)
    {
        if (opened is IAsyncDisposable asynchronous) return asynchronous.DisposeAsync();
        (opened as IDisposable)?.Dispose();
        return default;
    }
}
