using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>A queue whose entries are taken out slowly, 20 in a millisecond or so, and stored without repeating equal
/// payloads: what waits in it is on the heap, what is stored hardly.</summary>
internal sealed class SlowQueue
{
    readonly ConcurrentQueue<AuditEntry> _waiting = [];
    readonly ConcurrentQueue<AuditEntry> _stored = [];
    readonly ConcurrentDictionary<string, string> _payloads = [];
    int _isWorking;

    internal int Waiting => _waiting.Count;

    internal IEnumerable<AuditEntry> All => [.. _stored, .. _waiting];

    internal void Add(AuditEntry entry)
    {
        _waiting.Enqueue(entry);
        if (Interlocked.Exchange(ref _isWorking, 1) == 0) _ = StoreAsync();
    }

    async Task StoreAsync()
    {
        while (!_waiting.IsEmpty)
        {
            await Task.Delay(1);
            for (var i = 0; i < 20 && _waiting.TryPeek(out var entry); i++)
            {
                _stored.Enqueue(new(
                    entry.Seq, entry.TimestampNs, entry.EventType, entry.AgentId, entry.SessionId,
                    _payloads.GetOrAdd(entry.Payload, entry.Payload), entry.PreviousHash));
                _waiting.TryDequeue(out _);
            }
        }
        _isWorking = 0;
    }
}
