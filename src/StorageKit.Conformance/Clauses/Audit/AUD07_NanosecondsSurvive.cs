namespace StorageKit.Conformance.Clauses;

/// <summary>Nanosecond timestamps survive and the recomputed hash matches.</summary>
[Clause(
    "AUD-07", "Nanosecond timestamps survive, and the hash made from what is read back is the stored one.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD07_NanosecondsSurvive : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        // One nanosecond apart, over the borders of 100 ns, a microsecond and 2^53, where a double has no odd numbers.
        ulong[] starts = [0, 1_767_323_045_123_456_695, 1_767_323_045_123_456_995, (1ul << 53) - 2, ulong.MaxValue - 9];
        var trail = AuditSamples.NewTrail();
        var entries = starts
            .SelectMany(start => Enumerable.Range(0, 10).Select(i => start + (ulong)i))
            .Select(time => trail.Next(AuditEventType.ToolDispatched, time, "{}"))
            .ToArray();
        await store.EmitAllAsync(entries, context.CancellationToken).ConfigureAwait(false);

        var actual = await context.ReadAuditAsync().ConfigureAwait(false);
        Expect.Equal(entries.Length, actual.Count, "entries read back");
        for (var i = 0; i < entries.Length; i++)
        {
            Expect.Equal(entries[i].TimestampNs, actual[i].TimestampNs, $"timestamp of entry {i + 1} in ns");
            Expect.That(
                actual[i].VerifyIntegrity(),
                $"the hash made from entry {i + 1} as it was read back is not the stored one");
        }
    }
}
