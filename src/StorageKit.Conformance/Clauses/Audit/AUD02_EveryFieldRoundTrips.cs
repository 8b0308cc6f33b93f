namespace StorageKit.Conformance.Clauses;

/// <summary>Every field round-trips exactly.</summary>
/// <remarks>Each entry is the first of its own session. Where the sink is an <see cref="IAuditLog"/>, it also gives the
/// digest that the entry had when it was emitted.</remarks>
[Clause(
    "AUD-02", "Every field of an entry comes back exactly as it was emitted, at its extremes too.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD02_EveryFieldRoundTrips : Clause<IAuditSink>
{
    static readonly Hash256 s_ones = Hash256.FromBytes(Enumerable.Repeat((byte)0xFF, Hash256.Size).ToArray());
    static readonly AgentId s_oneAgent = AgentId.FromBytes(Enumerable.Repeat((byte)0xFF, 16).ToArray());
    static readonly SessionId s_oneSession = SessionId.FromBytes(Enumerable.Repeat((byte)0xFF, 16).ToArray());

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var entries = Extremes().ToArray();
        await store.EmitAllAsync(entries, context.CancellationToken).ConfigureAwait(false);
        await context.ExpectLogAsync(entries, "of entries with extreme fields").ConfigureAwait(false);
        var records = await context.ReadRecordsAsync(entries).ConfigureAwait(false);
        for (var i = 0; i < entries.Length; i++)
            Expect.That(
                records[i].Digest == entries[i].Digest,
                $"record {i + 1} has another digest than the entry that was emitted");
    }

    static IEnumerable<AuditEntry> Extremes()
    {
        var full = AuditDraft.Of(AuditSamples.Full());
        yield return full.ToEntry();
        yield return new AuditDraft().ToEntry();
        yield return new AuditDraft
        {
            Seq = ulong.MaxValue,
            TimestampNs = ulong.MaxValue,
            EventType = AuditEventType.GovernanceMutation,
            AgentId = s_oneAgent,
            SessionId = s_oneSession,
            Payload = "\uFFFD\u0000\uD83D\uDD11",
            PreviousHash = s_ones,
            Lineage = new()
            {
                RootAgentId = s_oneAgent,
                ParentAgentId = default(AgentId),
                TeamId = "",
                OrgId = " ",
                DelegationReason = "\0",
                SpawnedByTool = new('t', 5_000),
                Depth = uint.MaxValue,
            },
            Redaction = new(Enum.GetValues<CredentialKind>().Select(Finding), ""),
            PolicyDocId = "",
        }.ToEntry();
        yield return (full with { SessionId = SessionId.New(), Seq = long.MaxValue, TimestampNs = long.MaxValue })
            .ToEntry();
        yield return (full with { SessionId = SessionId.New(), Seq = 1ul << 63, Lineage = new() { Depth = 0 } })
            .ToEntry();
        yield return (full with { SessionId = SessionId.New(), Redaction = new([], "x") }).ToEntry();
        foreach (var type in Enum.GetValues<AuditEventType>())
            yield return new AuditDraft { SessionId = SessionId.New(), EventType = type }.ToEntry();
        // A hash that its fields do not have is evidence too: the sink records, others judge.
        yield return AuditEntry.Restore((full with { SessionId = SessionId.New() }).ToEntry(), s_ones);
    }

    static CredentialFinding Finding(CredentialKind kind) =>
        new(kind, ulong.MaxValue - (ulong)kind, $"[REDACTED:{kind}]");
}
