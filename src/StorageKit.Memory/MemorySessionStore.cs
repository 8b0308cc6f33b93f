using StorageKit.Diagnostics;

namespace StorageKit.Memory;

/// <summary>Keeps sessions in this process.</summary>
/// <param name="data">What the section keeps.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("memory", ProcessLocal = true)]
public sealed class MemorySessionStore(MemoryData data, TenantId tenant)
    : MemoryStore(data), ISessionStore, IKeyListing
{
    static readonly StoreOperation s_save = MemoryTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = MemoryTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = MemoryTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));
    static readonly StoreOperation s_list = MemoryTelemetry.Operation<ISessionStore>(nameof(ListKeysAsync));

    readonly SessionTable _sessions = data.Of(tenant).Sessions;

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ThrowIfDisposed();
        var call = s_save.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _sessions.Save(session);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return s_load.Start().Watch(cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<SessionRecord?>(cancellationToken)
            : new(_sessions.Load(session)));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var call = s_delete.Start();
        if (cancellationToken.IsCancellationRequested) return call.Watch(ValueTask.FromCanceled(cancellationToken));
        _sessions.Delete(session);
        return call.Watch(default);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) =>
        ListAsync(s_list, _sessions.Ids.Select(static id => id.ToString()), cancellationToken);
}
