namespace StorageKit.Conformance;

/// <summary>A clause of one contract.</summary>
/// <typeparam name="TStore">The contract.</typeparam>
public abstract class Clause<TStore> : Clause where TStore : class
{
    /// <inheritdoc/>
    public sealed override ValueTask CheckAsync(ClauseContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CheckAsync(context.Stores.Get<TStore>(), context);
    }

    /// <summary>Returns when the store keeps the promise.</summary>
    /// <param name="store">The store of a fresh tenant.</param>
    /// <param name="context">Everything else.</param>
    protected abstract ValueTask CheckAsync(TStore store, ClauseContext context);
}
