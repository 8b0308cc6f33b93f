namespace StorageKit.Conformance.Clauses;

/// <summary>Records that another release of the driver has stored load.</summary>
/// <remarks>They also stay what a session is: they can be saved over and deleted.</remarks>
[Clause(
    "SES-16", "Records that another release of the driver has stored load: unknown fields are kept or ignored.",
    Contract = typeof(ISessionStore), Needs = Needs.Shared | Needs.EarlierRelease)]
internal sealed class SES16_OtherReleasesLoad : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var releases = await context.Driver.Harness.Probe<IEarlierRelease>()!
            .RestoreAsync(context.CancellationToken).ConfigureAwait(false);
        if (releases.Count == 0 || releases.Any(release => release.Sessions.Count == 0))
            throw new InconclusiveException("the harness's IEarlierRelease has a release without sessions, or none");
        foreach (var release in releases) await CheckAsync(release, context).ConfigureAwait(false);
    }

    static async ValueTask CheckAsync(EarlierStore release, ClauseContext context)
    {
        var token = context.CancellationToken;
        var section = await context.OpenAsync(release.Section).ConfigureAwait(false);
        var store = (await section.OpenTenantAsync(release.Tenant, token).ConfigureAwait(false)).Get<ISessionStore>();
        foreach (var session in release.Sessions)
            await store.ExpectAsync(session, $"that {release.Release} has stored", token).ConfigureAwait(false);
        var next = release.Sessions[0] with { AgentId = AgentId.New(), StartedAtNs = 1 };
        await store.SaveAsync(next, token).ConfigureAwait(false);
        await store.ExpectAsync(next, $"saved over one that {release.Release} has stored", token)
            .ConfigureAwait(false);
        await store.DeleteAsync(next.SessionId, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync(next.SessionId, $"of a deleted session that {release.Release} had stored", token)
            .ConfigureAwait(false);
    }
}
