using System.Globalization;

namespace StorageKit.Cli.Audit;

/// <summary>Judges every chain of a log, however they are interleaved, and the log's own order. Memory grows with the
/// number of sessions, not of entries.</summary>
internal sealed class LogVerification(IReadOnlyDictionary<SessionId, AuditCheckpoint> seen, SessionId? only)
{
    readonly Dictionary<SessionId, AuditChainVerifier> _chains = [];
    readonly Dictionary<SessionId, ulong> _faultyAt = [];
    ulong _last;

    /// <summary>Records looked at.</summary>
    internal long Count { get; private set; }

    /// <summary>What is wrong with the log as a whole; null when nothing is.</summary>
    internal string? Disorder { get; private set; }

    internal void Add(AuditRecord record)
    {
        // The export of one session has the others' positions as holes; its chain shows what is missing.
        if (only is null ? record.Position != _last + 1 : record.Position <= _last)
            Disorder ??= string.Create(
                CultureInfo.InvariantCulture,
                $"position {record.Position} follows position {_last}: records are missing, or not in their order; "
                + $"what was exported with --session is verified with it");
        _last = record.Position;
        var session = record.Entry.SessionId;
        if (only is { } wanted && session != wanted) return;
        Count++;
        if (!_chains.TryGetValue(session, out var chain))
            _chains.Add(session, chain = new(AuditChainRules.All, seen.GetValueOrDefault(session)));
        if (chain.Add(record) is not null) _faultyAt.TryAdd(session, record.Position);
    }

    /// <summary>The verdicts, in the order of the sessions' ids.</summary>
    internal IReadOnlyList<ChainVerdict> Finish()
    {
        foreach (var session in seen.Keys)
            if (only is null || session == only)
                _chains.TryAdd(session, new(AuditChainRules.All, seen[session]));
        return [.. _chains.OrderBy(chain => chain.Key).Select(chain => new ChainVerdict(
            chain.Key, chain.Value.Finish(), _faultyAt.TryGetValue(chain.Key, out var at) ? at : null))];
    }
}
