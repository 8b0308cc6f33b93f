namespace StorageKit.Conformance.Clauses;

/// <summary>Loading an id that is not there gives null.</summary>
[Clause("SES-02", "Loading an id that is not there gives null.", Contract = typeof(ISessionStore))]
internal sealed class SES02_AbsentIsNull : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ExpectAbsentAsync(SessionId.New(), "of an empty store", token).ConfigureAwait(false);
        var session = SessionExpectations.NewSession();
        await store.SaveAsync(session, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(SessionId.New(), "of an id beside a saved one", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(
            SessionId.FromBytes(session.AgentId.ToByteArray()), "of a saved session's agent id", token).ConfigureAwait(false);
    }
}
