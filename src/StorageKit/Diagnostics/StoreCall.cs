using System.Runtime.CompilerServices;

namespace StorageKit.Diagnostics;

/// <summary>A call of a <see cref="StoreOperation"/> that is under way. Costs a few nanoseconds and no memory while
/// nobody listens.</summary>
/// <remarks>A call that is disposed without <see cref="Watch(ValueTask)"/> threw before there was a task, and counts as
/// failed, with the error type <c>_OTHER</c>. What a method checks of its arguments, it checks before. Where nothing
/// can throw in between, <c>return s_get.Start().Watch(…)</c> is enough.</remarks>
public readonly struct StoreCall : IDisposable
{
    readonly ObservedCall? _observed;

    internal StoreCall(ObservedCall observed) => _observed = observed;

    /// <summary>Gives the task back, makes the caller's activity the current one again, and records how it ends:
    /// duration, error, cancellation (which is no error).</summary>
    /// <param name="task">The work; use what is returned in its place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask Watch(ValueTask task) => _observed is null ? task : _observed.Watch(task);

    /// <inheritdoc cref="Watch(ValueTask)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<T> Watch<T>(ValueTask<T> task) => _observed is null ? task : _observed.Watch(task);

    /// <summary>Ends a call that threw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => _observed?.EndUnwatched();
}
