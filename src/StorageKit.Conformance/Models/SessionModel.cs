using System.Globalization;

namespace StorageKit.Conformance.Models;

/// <summary>Sessions by id.</summary>
internal sealed class SessionModel : ContractModel<ISessionStore, Dictionary<SessionId, SessionRecord>>
{
    static readonly ulong[] s_times = [0, 1, 1_767_323_045_123_456_789, long.MaxValue, 1ul << 63, ulong.MaxValue];

    protected override Step<ISessionStore, Dictionary<SessionId, SessionRecord>> Next(Choices choices)
    {
        var kind = choices.Next(10);
        var id = choices.Pick(ModelKeys.Sessions);
        return kind switch
        {
            < 4 => Save(new(id, choices.Pick(ModelKeys.Agents), choices.Pick(s_times))),
            < 8 => new(
                $"LoadAsync({id})",
                sessions => Answer.Of(sessions.GetValueOrDefault(id)),
                async (store, _, token) => Answer.Of(await store.LoadAsync(id, token).ConfigureAwait(false))),
            _ => new(
                $"DeleteAsync({id})",
                sessions =>
                {
                    sessions.Remove(id);
                    return Answer.Done;
                },
                async (store, _, token) =>
                {
                    await store.DeleteAsync(id, token).ConfigureAwait(false);
                    return Answer.Done;
                }),
        };
    }

    static Step<ISessionStore, Dictionary<SessionId, SessionRecord>> Save(SessionRecord session) => new(
            string.Create(
            CultureInfo.InvariantCulture, $"SaveAsync({session.SessionId}, {session.AgentId}, {session.StartedAtNs})"),
        sessions =>
        {
            sessions[session.SessionId] = session;
            return Answer.Done;
        },
        async (store, _, token) =>
        {
            await store.SaveAsync(session, token).ConfigureAwait(false);
            return Answer.Done;
        });
}
