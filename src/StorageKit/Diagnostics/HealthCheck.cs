using System.Diagnostics;

namespace StorageKit.Diagnostics;

/// <summary>Asks stores how they are, for a health page: never throws because of a store.</summary>
public static class HealthCheck
{
    /// <summary>Asks a store that is an <see cref="IHealthCheckable"/>; another one is taken at its word.</summary>
    /// <param name="store">A store, as <c>storage.Get&lt;IAuditSink&gt;()</c> returns it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled: nobody knows.</exception>
    public static async ValueTask<StoreHealth> RunAsync(object store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (store is IHealthCheckable checkable)
                await checkable.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
            return new(true, Stopwatch.GetElapsedTime(started), "the backend answered", null);
        }
        catch (StorageException e)
        {
            return new(false, Stopwatch.GetElapsedTime(started), e.Message, e.Kind);
        }
        catch (ObjectDisposedException)
        {
            return new(false, Stopwatch.GetElapsedTime(started), "the store is disposed; open it again", null);
        }
    }
}
