namespace StorageKit.Conformance.Clauses;

/// <summary>Where enforce_chain is set, concurrent emitters never fork a session's chain.</summary>
/// <remarks>Every caller links to the last entry that it sees. Of those that link to the same one a single one may
/// succeed; the others are told Conflict, look again and try again.</remarks>
[Clause(
    "AUD-14", "Where enforce_chain is set, concurrent emitters never fork a session's chain: all but one get Conflict.",
    Contract = typeof(IAuditSink), Lane = Lane.Concurrent, Needs = Needs.AuditReadBack, Option = "enforce_chain = true",
    Stochastic = true)]
internal sealed class AUD14_EnforcedChainNeverForks : Clause<IAuditSink>
{
    const int Callers = 8;
    const int EntriesEach = 5;
    const int MostRounds = 10;
    const int Attempts = 50 * Callers * EntriesEach;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        await RefuseAsync(store, context).ConfigureAwait(false);
        await context.RepeatAsync(MostRounds, _ => RaceAsync(context)).ConfigureAwait(false);
    }

    static async ValueTask RaceAsync(ClauseContext context)
    {
        var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        var (agent, session) = (AgentId.New(), SessionId.New());
        await context.RunCallersAsync(Callers, async caller =>
        {
            for (var i = 0; i < EntriesEach; i++)
                await AppendAsync(tenant, context, agent, session, $"caller {caller}, entry {i}").ConfigureAwait(false);
        }).ConfigureAwait(false);

        var entries = await ChainAsync(context, tenant, session).ConfigureAwait(false);
        var fork = entries.GroupBy(entry => entry.PreviousHash).FirstOrDefault(children => children.Count() > 1);
        Expect.That(fork is null, $"FORK: {fork?.Count()} entries name the same entry as the one before them");
        Expect.Equal(Callers * EntriesEach, entries.Count, "entries read back, every one of them acknowledged");
        var report = AuditChain.Verify(entries);
        Expect.That(report.IsIntact, $"the chain that {Callers} callers wrote: {report}");
    }

    static async ValueTask RefuseAsync(IAuditSink store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var chain = AuditSamples.Chain(3);
        await store.EmitAllAsync(chain[..2], token).ConfigureAwait(false);
        var rival = (AuditDraft.Of(chain[1]) with { Payload = "a rival for the last place" }).ToEntry();
        await Expect.ThrowsAsync(
            StorageErrorKind.Conflict, () => store.EmitAsync(rival, token),
            "emitting another entry for the last place of a chain")
            .ConfigureAwait(false);
        await store.EmitAsync(chain[1], token).ConfigureAwait(false);
        await context.ExpectLogAsync(chain[..2], "after a refused entry and a stored one again").ConfigureAwait(false);
    }

    static async ValueTask AppendAsync(
        TenantStores tenant, ClauseContext context, AgentId agent, SessionId session, string payload)
    {
        var store = tenant.Get<IAuditSink>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var entries = await ChainAsync(context, tenant, session).ConfigureAwait(false);
            await Task.Yield(); // so that others see the same last entry
            var trail = entries.Count == 0 ? new AuditTrail(agent, session) : AuditTrail.Resume(entries[^1]);
            var next = trail.Next(AuditEventType.ToolDispatched, 0, payload);
            try
            {
                await store.EmitAsync(next, context.CancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StorageException e) when (e.Kind == StorageErrorKind.Conflict)
            {
                // Somebody else was faster.
            }
        }
        throw new ClauseViolationException(
            $"an entry that continues the chain was refused with Conflict {Attempts} times in a row");
    }

    static async ValueTask<List<AuditEntry>> ChainAsync(ClauseContext context, TenantStores tenant, SessionId session)
    {
        var entries = await context.ReadAuditAsync(tenant).ConfigureAwait(false);
        return [.. entries.Where(entry => entry.SessionId == session)];
    }
}
