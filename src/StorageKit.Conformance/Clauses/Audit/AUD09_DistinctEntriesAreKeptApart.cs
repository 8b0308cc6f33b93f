using System.Globalization;

namespace StorageKit.Conformance.Clauses;

/// <summary>Distinct entries are never merged.</summary>
/// <remarks>Entries equal in all but one field, and entries whose hashes agree in their first or last 48 bits: found
/// once, by hashing 42 million of them, so that a driver that keys on part of the hash need not be met by
/// chance.</remarks>
[Clause(
    "AUD-09", "Distinct entries are never merged, however little they differ.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD09_DistinctEntriesAreKeptApart : Clause<IAuditSink>
{
    static readonly (int, int)[] s_sameFirst48Bits = [(19331513, 26555703), (41684388, 12161959), (24752314, 23140515)];
    static readonly (int, int)[] s_sameLast48Bits = [(23434585, 5450990), (1188316, 35686546), (36280042, 6374545)];

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var full = AuditSamples.Full();
        List<(string What, AuditEntry Entry)> entries = [("the first entry", full)];
        foreach (var (field, changed) in AuditFields.ChangeEach(full))
            entries.Add(($"equal in all but the {field}", changed));
        foreach (var (one, other) in s_sameFirst48Bits)
            entries.AddRange([("", Numbered(one)), ("with the same first 48 bits of the hash", Numbered(other))]);
        foreach (var (one, other) in s_sameLast48Bits)
            entries.AddRange([("", Numbered(one)), ("with the same last 48 bits of the hash", Numbered(other))]);
        foreach (var (what, kept) in new[] { ("first", true), ("last", false) })
            entries.AddRange([("", WithHash(1, kept)), ($"with the same {what} half of the hash", WithHash(2, kept))]);
        await store.EmitAllAsync(entries.Select(pair => pair.Entry), context.CancellationToken).ConfigureAwait(false);

        var stored = (await context.ReadAuditAsync().ConfigureAwait(false)).Select(entry => entry.EntryHash)
            .ToHashSet();
        foreach (var (what, entry) in entries)
            Expect.That(
                stored.Contains(entry.EntryHash),
                $"MERGED: an entry {what} was acknowledged and is not in the read-back");
        Expect.Equal(entries.Count, stored.Count, "different entries read back");
    }

    // Every field but the payload is zero: these very entries have the hashes that agree.
    static AuditEntry Numbered(int number) =>
        new AuditDraft { Payload = number.ToString(CultureInfo.InvariantCulture) }.ToEntry();

    // Nobody finds two entries with that much in common; but an entry may be emitted whose hash is not the one that its
    // fields have, and is evidence too.
    static AuditEntry WithHash(byte other, bool sameFirstHalf)
    {
        var hash = new byte[Hash256.Size];
        hash.AsSpan(sameFirstHalf ? Hash256.Size / 2 : 0, Hash256.Size / 2).Fill(other);
        hash[sameFirstHalf ? 0 : ^1] = 0xFF;
        var draft = new AuditDraft { SessionId = SessionId.New(), Payload = $"{other} {sameFirstHalf}" };
        return AuditEntry.Restore(draft.ToEntry(), Hash256.FromBytes(hash));
    }
}
