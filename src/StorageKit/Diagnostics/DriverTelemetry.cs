using System.Diagnostics.Metrics;
using System.Reflection;

namespace StorageKit.Diagnostics;

/// <summary>A driver's spans and measurements. A driver has one, in a static field. Thread-safe.</summary>
/// <example><code>
/// static readonly DriverTelemetry s_telemetry = new("acme", "postgresql");
/// static readonly StoreOperation s_get = s_telemetry.Operation&lt;ICredentialStore&gt;(
///     nameof(ICredentialStore.GetSecretAsync));
///
/// public ValueTask&lt;byte[]?&gt; GetSecretAsync(string key, CancellationToken cancellationToken = default)
/// {
///     using var call = s_get.Start();
///     return call.Watch(FindAsync(key, cancellationToken));
/// }
/// </code></example>
public sealed class DriverTelemetry
{
    readonly KeyValuePair<string, object?>[] _tags;
    long _waiting;
    int _hasQueue;

    /// <summary>A driver's telemetry.</summary>
    /// <param name="driver">The driver's name; the tag <c>storagekit.driver.name</c>.</param>
    /// <param name="system">What keeps the data, as OpenTelemetry names it: <c>postgresql</c>, <c>redis</c>,
    /// <c>sqlite</c>; the tag <c>db.system.name</c>. The driver's name where it has none.</param>
    public DriverTelemetry(string driver, string system)
    {
        ArgumentException.ThrowIfNullOrEmpty(driver);
        ArgumentException.ThrowIfNullOrEmpty(system);
        _tags = [new("db.system.name", system), new("storagekit.driver.name", driver)];
    }

    /// <summary>One method of a contract, or of an ability that belongs to it.</summary>
    /// <typeparam name="TContract">The contract; its kind is the tag <c>db.collection.name</c>.</typeparam>
    /// <param name="method">The method's name; without <c>Async</c> the tag <c>db.operation.name</c>.</param>
    /// <exception cref="ArgumentException"><typeparamref name="TContract"/> is no contract.</exception>
    public StoreOperation Operation<TContract>(string method) where TContract : class
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        if (typeof(TContract).GetCustomAttribute<StorageContractAttribute>() is not { Kind: var kind })
            throw new ArgumentException(
                $"{typeof(TContract).Name} is no contract; name the one with [StorageContract] that the method belongs "
                + "to.");
        const string suffix = "Async";
        return new(
            _tags, kind, method.EndsWith(suffix, StringComparison.Ordinal) ? method[..^suffix.Length] : method);
    }

    /// <summary>A call waits for the driver's writer.</summary>
    public void Queued()
    {
        Interlocked.Increment(ref _waiting);
        if (Volatile.Read(ref _hasQueue) == 0 && Interlocked.Exchange(ref _hasQueue, 1) == 0)
            StorageTelemetry.Meter.CreateObservableUpDownCounter(
                "storagekit.queue.length", () => new Measurement<long>(Interlocked.Read(ref _waiting), _tags), "{call}",
                "Calls that wait for the driver's writer, in all of this process.");
    }

    /// <summary>A call that waited does so no more: the writer has taken it, or its caller has taken it back.</summary>
    public void Dequeued() => Interlocked.Decrement(ref _waiting);

    /// <summary>A group of calls was made durable by one commit, or one sync.</summary>
    /// <param name="calls">How many; more than zero.</param>
    public void Committed(int calls) => StorageTelemetry.CommitSize.Record(calls, _tags);

    /// <summary>A connection to the backend broke.</summary>
    public void ConnectionLost() => StorageTelemetry.LostConnections.Add(1, _tags);
}
