using System.Runtime.CompilerServices;

namespace StorageKit.Diagnostics;

/// <summary>One method of one contract of one driver, with the tags of its spans and measurements. Made once by
/// <see cref="DriverTelemetry.Operation"/> and kept in a static field. Thread-safe.</summary>
public sealed class StoreOperation
{
    readonly KeyValuePair<string, object?>[] _cancelled;

    internal StoreOperation(KeyValuePair<string, object?>[] driver, string contract, string name)
    {
        SpanName = $"{name} {contract}";
        Tags = [.. driver, new("db.collection.name", contract), new("db.operation.name", name)];
        TagsOfUnknown = [.. Tags, new(ErrorTag, Unknown)];
        _cancelled = [.. Tags, new(CancelledTag, true)];
    }

    internal const string ErrorTag = "error.type", CancelledTag = "storagekit.cancelled",
        BatchSizeTag = "db.operation.batch.size", Unknown = "_OTHER";

    internal string SpanName { get; }

    internal KeyValuePair<string, object?>[] Tags { get; }

    /// <summary>The tags of a call that threw nobody knows what.</summary>
    internal KeyValuePair<string, object?>[] TagsOfUnknown { get; }

    /// <summary>Whether anybody listens. For a method of nanoseconds, which does not even pass its result on when
    /// nobody does: <c>s_get.IsObserved ? s_get.Start().Watch(Get(key)) : Get(key)</c>.</summary>
    public bool IsObserved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => StorageTelemetry.IsObserved;
    }

    /// <summary>Begins a call. Dispose it when the method returns, in the same method.</summary>
    /// <param name="batchSize">How many entries the call stores; shown from two on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StoreCall Start(int batchSize = 1) =>
        IsObserved ? Observe(batchSize) : default;

    // Out of the way: what is inlined into every method is the check alone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    StoreCall Observe(int batchSize) => new(new(this, batchSize));

    /// <summary>The tags of a call that has ended.</summary>
    /// <param name="failure">Null when it succeeded.</param>
    internal KeyValuePair<string, object?>[] TagsOf(Exception? failure) => failure switch
    {
        null => Tags,
        OperationCanceledException => _cancelled,
        _ => [.. Tags, new(ErrorTag, ErrorType(failure))],
    };

    /// <summary>A kind of <see cref="StorageErrorKind"/>, or the exception's type: never its message.</summary>
    internal static string ErrorType(Exception failure) =>
        failure is StorageException { Kind: var kind } ? kind.ToString() : failure.GetType().FullName ?? Unknown;
}
