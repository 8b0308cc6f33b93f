namespace StorageKit.Conformance.Clauses;

/// <summary>Deleting removes the record, and no other; deleting an absent one succeeds.</summary>
[Clause(
    "SES-03", "Deleting removes the record, and no other; deleting an absent one succeeds.",
    Contract = typeof(ISessionStore))]
internal sealed class SES03_DeleteRemoves : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var (deleted, kept) = (SessionExpectations.NewSession(), SessionExpectations.NewSession());
        await store.DeleteAsync(deleted.SessionId, token).ConfigureAwait(false);
        await store.SaveAsync(deleted, token).ConfigureAwait(false);
        await store.SaveAsync(kept, token).ConfigureAwait(false);
        await store.ExpectAsync(deleted, "before DeleteAsync", token).ConfigureAwait(false);

        await store.DeleteAsync(deleted.SessionId, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(deleted.SessionId, "after DeleteAsync", token).ConfigureAwait(false);
        await store.DeleteAsync(deleted.SessionId, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(deleted.SessionId, "after the second DeleteAsync", token).ConfigureAwait(false);
        await store.ExpectAsync(kept, "beside a deleted one", token).ConfigureAwait(false);

        await store.SaveAsync(deleted, token).ConfigureAwait(false);
        await store.ExpectAsync(deleted, "saved again after DeleteAsync", token).ConfigureAwait(false);
    }
}
