using System.Collections.Concurrent;
using System.Globalization;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-G05", Kills = "GEN-20", Says = "under the culture ")]
internal sealed class NumbersInTheCallersCulture(ISessionStore inner) : SessionMutant(inner)
{
    readonly ConcurrentDictionary<SessionId, string> _started = new();

    public override ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        _started[session.SessionId] = session.StartedAtNs.ToString("N0", CultureInfo.CurrentCulture);
        return base.SaveAsync(session, cancellationToken);
    }

    public override async ValueTask<SessionRecord?> LoadAsync(
        SessionId session, CancellationToken cancellationToken = default) =>
        await base.LoadAsync(session, cancellationToken) is not { } found
            ? null
            : found with { StartedAtNs = ulong.Parse(
                _started[session], NumberStyles.Number, CultureInfo.CurrentCulture) };
}
