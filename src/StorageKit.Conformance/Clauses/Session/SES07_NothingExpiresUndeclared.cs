namespace StorageKit.Conformance.Clauses;

/// <summary>A session stays for as long as nobody deletes it, unless the section says session_ttl.</summary>
[Clause(
    "SES-07", "A session stays for as long as nobody deletes it, unless the section says session_ttl.",
    Contract = typeof(ISessionStore), Lane = Lane.Time, Needs = Needs.Clock | Needs.NoSessionTtl)]
internal sealed class SES07_NothingExpiresUndeclared : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var session = SessionExpectations.NewSession();
        await store.SaveAsync(session, token).ConfigureAwait(false);
        foreach (var days in new[] { 1, 30, 3650 })
        {
            await context.AdvanceAsync(TimeSpan.FromDays(days)).ConfigureAwait(false);
            await store.ExpectAsync(session, $"{days} days later", token).ConfigureAwait(false);
        }
        // Writers reclaim what is over: what another save takes away was expired.
        await store.SaveAsync(SessionExpectations.NewSession(), token).ConfigureAwait(false);
        await store.ExpectAsync(session, "years later, after another save", token).ConfigureAwait(false);
    }
}
