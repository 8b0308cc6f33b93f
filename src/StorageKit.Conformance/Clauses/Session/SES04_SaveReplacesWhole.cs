namespace StorageKit.Conformance.Clauses;

/// <summary>Saving replaces the whole record.</summary>
[Clause("SES-04", "Saving replaces the whole record.", Contract = typeof(ISessionStore))]
internal sealed class SES04_SaveReplacesWhole : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var first = SessionExpectations.NewSession();
        await store.SaveAsync(first, token).ConfigureAwait(false);
        SessionRecord[] later =
        [
            first with { StartedAtNs = first.StartedAtNs - 1 },
            first with { AgentId = AgentId.New() },
            first with { AgentId = default, StartedAtNs = 0 },
            first with { AgentId = AgentId.New(), StartedAtNs = ulong.MaxValue },
            first,
        ];
        foreach (var next in later)
        {
            await store.SaveAsync(next, token).ConfigureAwait(false);
            await store.ExpectAsync(next, "after it was saved over another of its id", token).ConfigureAwait(false);
        }
    }
}
