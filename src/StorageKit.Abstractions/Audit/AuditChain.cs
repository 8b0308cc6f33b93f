namespace StorageKit;

/// <summary>Judges hash chains: says where and how one is broken.</summary>
public static class AuditChain
{
    /// <summary>Verifies the chain of one session.</summary>
    /// <param name="entries">The entries in the order of the chain.</param>
    /// <param name="rules">What to look at.</param>
    /// <param name="checkpoint">What the chain was earlier; without one neither a cut tail nor an edit that keeps every
    /// <see cref="AuditEntry.EntryHash"/> can be noticed.</param>
    public static AuditChainReport Verify(
        IEnumerable<AuditEntry> entries, AuditChainRules rules = AuditChainRules.All,
        AuditCheckpoint? checkpoint = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var verifier = new AuditChainVerifier(rules, checkpoint);
        foreach (var entry in entries)
            if (verifier.Add(entry) is not null)
                break;
        return verifier.Finish();
    }

    /// <summary>Verifies every session's chain in a log, however they are interleaved; memory grows with the number of
    /// sessions, not of entries.</summary>
    /// <param name="log">The log of one tenant.</param>
    /// <param name="checkpoints">What the chains were earlier.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <returns>A report for every session in the log or in <paramref name="checkpoints"/>.</returns>
    public static async Task<IReadOnlyDictionary<SessionId, AuditChainReport>> VerifyAsync(
        IAuditLog log, IReadOnlyDictionary<SessionId, AuditCheckpoint>? checkpoints = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var verifiers = new Dictionary<SessionId, AuditChainVerifier>();
        foreach (var session in checkpoints?.Keys ?? []) verifiers.Add(session, VerifierOf(session));
        await foreach (var record in log.ReadAllAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var session = record.Entry.SessionId;
            if (!verifiers.TryGetValue(session, out var verifier))
                verifiers.Add(session, verifier = VerifierOf(session));
            verifier.Add(record);
        }
        return verifiers.ToDictionary(pair => pair.Key, pair => pair.Value.Finish());

        AuditChainVerifier VerifierOf(SessionId session) =>
            new(AuditChainRules.All, checkpoints?.GetValueOrDefault(session));
    }
}
