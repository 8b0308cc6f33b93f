using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-07", Kills = "SES-07", Says = "later: expected the record, got null")]
internal sealed class ExpiresAfterAnHour(ISessionStore inner, TimeProvider time) : SessionMutant(inner)
{
    readonly ConcurrentDictionary<SessionId, long> _savedAt = new();

    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _savedAt[session.SessionId] = time.GetTimestamp();
        return Inner.SaveAsync(session, cancellationToken);
    }

    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        _savedAt.TryGetValue(session, out var savedAt) && time.GetElapsedTime(savedAt) >= TimeSpan.FromHours(1)
            ? null
            : await Inner.LoadAsync(session, cancellationToken);
}
