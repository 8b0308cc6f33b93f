namespace StorageKit.Diagnostics;

/// <summary>A call of a <see cref="StoreOperation"/> that is under way. Costs a few nanoseconds and no memory while
/// nobody listens.</summary>
/// <remarks>A call that is disposed without <see cref="Watch(ValueTask)"/> threw before there was a task, and counts as
/// failed, with the error type <c>_OTHER</c>. What a method checks of its arguments, it checks before.</remarks>
public readonly struct StoreCall : IDisposable
{
    readonly ObservedCall? _observed;

    internal StoreCall(ObservedCall observed) => _observed = observed;

    /// <summary>Gives the task back and records how it ends: duration, error, cancellation (which is no error).
    /// </summary>
    /// <param name="task">The work; use what is returned in its place.</param>
    public ValueTask Watch(ValueTask task) => _observed is null ? task : _observed.ToEndAsync(task);

    /// <inheritdoc cref="Watch(ValueTask)"/>
    public ValueTask<T> Watch<T>(ValueTask<T> task) => _observed is null ? task : _observed.ToEndAsync(task);

    /// <summary>Makes the caller's activity the current one again.</summary>
    public void Dispose() => _observed?.Leave();
}
