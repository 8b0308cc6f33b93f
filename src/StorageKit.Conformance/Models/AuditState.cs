using System.Globalization;

namespace StorageKit.Conformance.Models;

/// <summary>The log so far, and the chains it consists of.</summary>
internal sealed class AuditState
{
    readonly Dictionary<SessionId, AuditTrail> _chains = [];
    readonly List<AuditRecord> _records = [];

    /// <summary>What is to be emitted next.</summary>
    internal IReadOnlyList<AuditEntry> Pending { get; private set; } = [];

    /// <summary>Makes the next entries of a session's chain and records them.</summary>
    internal void EmitNext(SessionId session, int count, string payload)
    {
        if (!_chains.TryGetValue(session, out var chain))
            _chains[session] = chain = new(ModelKeys.Agents[0], session);
        Pending = [.. Enumerable.Range(0, count).Select(_ => Next(chain, payload))];
        foreach (var entry in Pending) _records.Add(new((ulong)_records.Count + 1, entry, entry.Digest));
    }

    /// <summary>Emits a recorded entry again, which records nothing more.</summary>
    internal void EmitAgain(int index) => Pending = _records.Count == 0 ? [] : [_records[index % _records.Count].Entry];

    /// <summary>A page of the log.</summary>
    internal IEnumerable<AuditRecord> Read(ulong after, int limit) =>
        _records.Where(record => record.Position > after).Take(limit);

    static AuditEntry Next(AuditTrail chain, string payload) => chain.Next(
        AuditEventType.ToolDispatched, 1_767_323_045_123_456_789 + chain.NextSeq,
        string.Create(CultureInfo.InvariantCulture, $"{chain.NextSeq} {payload}"));
}
