namespace StorageKit.Conformance.Power.Kills;

/// <summary>Chains of audit entries that are emitted at once, so that the driver writes groups of them. The entries
/// depend on nothing but chain and number: the child emits them, and the parent knows them.</summary>
sealed class AuditLanes
{
    internal const int Count = 8;

    readonly List<AuditEntry>[] _chains = [.. Enumerable.Range(0, Count).Select(_ => new List<AuditEntry>())];
    readonly AuditTrail[] _trails =
        [.. Enumerable.Range(0, Count).Select(lane => new AuditTrail(AgentId.FromBytes(Bytes(lane)), Session(lane)))];

    internal static string NameOf(int lane) => $"audit{lane}";

    /// <summary>Entry n of a chain. Chains may be used by one caller each.</summary>
    internal AuditEntry Entry(int lane, int index)
    {
        while (_chains[lane].Count <= index)
            _chains[lane].Add(_trails[lane].Next(
                AuditEventType.ToolDispatched, _trails[lane].NextSeq, new('x', 20 + (index * 37 % 400))));
        return _chains[lane][index];
    }

    /// <summary>Compares the log with the acknowledges, in their order: of each chain what was acknowledged is there,
    /// at most one entry more, in order; and no entry stands before one that was acknowledged before its emit began.
    /// </summary>
    internal async Task<Findings> VerifyAsync(IAuditLog log, IReadOnlyList<(string Lane, int Index)> acknowledged)
    {
        var places = new Dictionary<(string, int), ulong>();
        var next = new int[Count];
        var found = new Findings();
        await foreach (var record in log.ReadAllAsync())
        {
            var lane = Enumerable.Range(0, Count).FirstOrDefault(lane => record.Entry.SessionId == Session(lane), -1);
            if (lane >= 0 && record.Entry.Seq == (ulong)next[lane] && record.Entry.Equals(Entry(lane, next[lane])))
                places[(NameOf(lane), next[lane]++)] = record.Position;
            else if (lane >= 0 && record.Entry.VerifyIntegrity()) found += new Findings { Reordered = 1 };
            else found += new Findings { HalfWritten = 1 };
        }
        var emitted = new Dictionary<string, int>();
        ulong latest = 0;
        foreach (var (lane, index) in acknowledged.Where(one => one.Lane.StartsWith("audit", StringComparison.Ordinal)))
        {
            emitted[lane] = index + 1;
            if (!places.TryGetValue((lane, index), out var place))
            {
                found += new Findings { Lost = 1 };
                continue;
            }
            // The lane's next emit begins after this acknowledge, and so after all acknowledges before it.
            latest = Math.Max(latest, place);
            if (places.TryGetValue((lane, index + 1), out var later) && later < latest)
                found += new Findings { Reordered = 1 };
        }
        for (var lane = 0; lane < Count; lane++)
            if (next[lane] > emitted.GetValueOrDefault(NameOf(lane)) + 1)
                found += new Findings { HalfWritten = 1 };
        return found;
    }

    static SessionId Session(int lane) => SessionId.FromBytes(Bytes(lane));

    static byte[] Bytes(int lane) => [.. Enumerable.Repeat((byte)(lane + 1), 16)];
}
