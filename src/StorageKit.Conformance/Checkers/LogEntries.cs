using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Whether what a read shows can be what was emitted, times aside.</summary>
static class LogEntries
{
    /// <summary>An entry that is shown twice or that nobody emitted; null when there is none.</summary>
    public static Verdict? FindWrong(LogHistory history, Operation read)
    {
        var seen = new HashSet<OperationValue>();
        foreach (var id in LogHistory.Entries(read))
        {
            if (!history.Emits.TryGetValue(id, out var emit)) return Unknown(history, read, id);
            if (!seen.Add(id))
            {
                return Verdict.Violation(
                    Anomaly.DuplicatedEntry,
                    name => $"{name(read)} shows the entry of {name(emit.FirstBegun)} more than once",
                    emit.FirstBegun, read);
            }
        }

        return null;
    }

    /// <summary>An entry that was acknowledged before the final read began, yet is not in it; null when there is
    /// none.</summary>
    public static Verdict? FindLost(LogHistory history, Operation final)
    {
        var shown = LogHistory.Entries(final).ToHashSet();
        foreach (var (id, emit) in history.Emits)
        {
            if (emit.FirstEnded.Precedes(final) && !shown.Contains(id))
            {
                return Verdict.Violation(
                    Anomaly.LostEntry,
                    name => $"{name(emit.FirstEnded)} was acknowledged, but {name(final)} does not show it",
                    emit.FirstEnded, final);
            }
        }

        return null;
    }

    /// <summary>A read that is not the beginning of the longest one; null when there is none.</summary>
    public static Verdict? FindRewritten(LogHistory history, Operation longest)
    {
        var all = LogHistory.Entries(longest);
        foreach (var read in history.Reads)
        {
            var entries = LogHistory.Entries(read);
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i] == all[i]) continue;
                var (place, mine, theirs) = (i + 1, entries[i], all[i]);
                return Verdict.Violation(
                    Anomaly.NotAPrefix,
                    name => $"place {place} holds {mine} in {name(read)} and {theirs} in {name(longest)}",
                    read, longest);
            }
        }

        return null;
    }

    static Verdict Unknown(LogHistory history, Operation read, OperationValue id)
    {
        var refused = history.Refused.Find(o => o.Argument == id);
        return refused is null
            ? Verdict.Violation(
                Anomaly.UnknownEntry, name => $"{name(read)} shows the entry {id}, which nobody emitted", read)
            : Verdict.Violation(
                Anomaly.UnknownEntry,
                name => $"{name(read)} shows the entry of {name(refused)}, which was refused",
                refused, read);
    }
}
