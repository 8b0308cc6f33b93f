namespace StorageKit.Conformance.Clauses;

/// <summary>What was saved loads as it was.</summary>
[Clause("SES-01", "What was saved loads as it was.", Contract = typeof(ISessionStore))]
internal sealed class SES01_SavedLoads : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var session = SessionExpectations.NewSession();
        await store.SaveAsync(session, token).ConfigureAwait(false);
        await store.ExpectAsync(session, "after SaveAsync", token).ConfigureAwait(false);
        await store.ExpectAsync(session, "for the second time", token).ConfigureAwait(false);
    }
}
