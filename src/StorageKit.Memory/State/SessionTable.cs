namespace StorageKit.Memory;

/// <summary>A tenant's sessions; each is gone <c>session_ttl</c> after it was last saved.</summary>
internal sealed class SessionTable(TimeProvider time, TimeSpan? ttl)
{
    readonly ExpiringTable<SessionId, StoredSession> _sessions = new(time, static id => new(id));

    internal int Count => _sessions.Count;

    internal void Save(SessionRecord session)
    {
        while (true)
        {
            var stored = _sessions.FindOrAdd(session.SessionId);
            long now;
            lock (stored)
            {
                if (stored.IsRemoved) continue;
                now = time.GetTimestamp();
                stored.Record = session;
                _sessions.ExpireAfter(stored, now, ttl ?? TimeSpan.MaxValue);
            }
            _sessions.Reclaim(now);
            return;
        }
    }

    internal SessionRecord? Load(SessionId id)
    {
        if (_sessions.Find(id) is not { } stored) return null;
        lock (stored) return stored.IsRemoved || time.GetTimestamp() >= stored.Deadline ? null : stored.Record;
    }

    /// <summary>The sessions that a load would find, one by one while the table goes on.</summary>
    internal IEnumerable<SessionId> Ids => _sessions.Keys.Where(id => Load(id) is not null);

    internal void Delete(SessionId id)
    {
        if (_sessions.Find(id) is not { } stored) return;
        lock (stored) _sessions.Remove(stored);
    }

    sealed class StoredSession(SessionId id) : Expiring<SessionId>(id)
    {
        /// <summary>Null until the save that made the entry has it.</summary>
        internal SessionRecord? Record { get; set; }
    }
}
