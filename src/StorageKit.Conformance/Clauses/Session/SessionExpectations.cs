namespace StorageKit.Conformance.Clauses;

/// <summary>Loads of a session together with the answer they have to give.</summary>
internal static class SessionExpectations
{
    /// <summary>A session of new ids, with a start that has all its digits.</summary>
    internal static SessionRecord NewSession() => new(SessionId.New(), AgentId.New(), 1_767_323_045_123_456_789);

    /// <summary>The session loads as it is.</summary>
    internal static async ValueTask ExpectAsync(
        this ISessionStore store, SessionRecord session, string when, CancellationToken cancellationToken)
    {
        var what = $"LoadAsync of the session {session.SessionId}, {when}";
        var loaded = await store.LoadAsync(session.SessionId, cancellationToken).ConfigureAwait(false)
            ?? throw new ClauseViolationException($"{what}: expected the record, got null");
        Expect.Equal(session.SessionId, loaded.SessionId, $"SessionId, {what}");
        Expect.Equal(session.AgentId, loaded.AgentId, $"AgentId, {what}");
        Expect.Equal(session.StartedAtNs, loaded.StartedAtNs, $"StartedAtNs, {what}");
    }

    /// <summary>The id loads as null.</summary>
    internal static async ValueTask ExpectAbsentAsync(
        this ISessionStore store, SessionId session, string when, CancellationToken cancellationToken) =>
        Expect.Absent(await store.LoadAsync(session, cancellationToken).ConfigureAwait(false), $"LoadAsync {when}");
}
