using StorageKit.Diagnostics;

namespace StorageKit.Local;

/// <summary>Keeps sessions, a file for each. They expire only where the section says <c>session_ttl</c>, counted from
/// the last save; the files of expired ones are removed by later saves.</summary>
/// <param name="folder">The section's folder.</param>
/// <param name="tenant">Whose sessions they are.</param>
[StorageDriver("local")]
public sealed partial class LocalSessionStore(LocalFolder folder, TenantId tenant)
    : LocalStore(folder, tenant), ISessionStore, IKeyListing
{
    static readonly StoreOperation s_save = LocalTelemetry.Operation<ISessionStore>(nameof(SaveAsync));
    static readonly StoreOperation s_load = LocalTelemetry.Operation<ISessionStore>(nameof(LoadAsync));
    static readonly StoreOperation s_delete = LocalTelemetry.Operation<ISessionStore>(nameof(DeleteAsync));

    long _nextSweep = long.MinValue;

    /// <inheritdoc/>
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return ChangeAsync(
            s_save, () =>
            {
                var now = Now;
                Files.Sessions.Replace(
                    SessionFile.NameOf(session.SessionId), default, new SessionFile(session, now).ToBytes());
                if (Options.SessionTtl is { } ttl) Sweep(now, ttl);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        ReadAsync(s_load, () => Load(session), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        ChangeAsync(s_delete, () => Files.Sessions.Delete(SessionFile.NameOf(session)), cancellationToken);

    SessionRecord? Load(SessionId session)
    {
        var name = SessionFile.NameOf(session);
        if (Files.Sessions.Read(name) is not { } content) return null;
        if (SessionFile.Read(content) is not { } file || file.Record.SessionId != session)
            throw new StorageException(
                StorageErrorKind.Serialization,
                $"\"{Files.Sessions.PathOf(name)}\" is damaged; save the session again or delete it");
        return file.SavedAt > SteadyClock.Cutoff(Now, Options.SessionTtl) ? file.Record : null;
    }

    // Once in a time to live, by one caller: so a file is there for twice that long at most, while sessions are saved.
    void Sweep(long now, TimeSpan ttl)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now < due || Interlocked.CompareExchange(ref _nextSweep, SteadyClock.After(now, ttl), due) != due) return;
        foreach (var name in Files.Sessions.Select(file => file.Extension == ".json" ? file.Name : null))
            if (Files.Sessions.Read(name) is { } content && IsOver(content))
                Files.Sessions.DeleteIf(name, IsOver);

        bool IsOver(byte[] content) =>
            SessionFile.Read(content) is { } file && file.SavedAt <= SteadyClock.Cutoff(now, ttl);
    }
}
