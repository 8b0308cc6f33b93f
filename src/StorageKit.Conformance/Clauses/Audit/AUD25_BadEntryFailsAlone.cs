namespace StorageKit.Conformance.Clauses;

/// <summary>One bad entry fails alone; later ones pass.</summary>
/// <remarks>Bad is what every sink may refuse: null, a cancelled call, an enormous payload. A sink that takes the last
/// one keeps it.</remarks>
[Clause(
    "AUD-25", "One bad entry fails alone: those around it are stored, in order.",
    Contract = typeof(IAuditSink), Needs = Needs.AuditReadBack)]
internal sealed class AUD25_BadEntryFailsAlone : Clause<IAuditSink>
{
    const int Enormous = 4 << 20;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var good = AuditSamples.Chain(8);
        var cancelled = new CancellationToken(canceled: true);
        List<AuditEntry> expected = [good[0]];
        await EmitGoodAsync(store, good[0], "before any bad one", token).ConfigureAwait(false);

        await Expect.ThrowsAsync<ArgumentNullException>(() => store.EmitAsync(null!, token), "emitting null")
            .ConfigureAwait(false);
        await EmitGoodAsync(store, good[1], "after null was emitted", token).ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => store.EmitAsync(good[7], cancelled), "emitting with a cancelled token").ConfigureAwait(false);
        await EmitGoodAsync(store, good[2], "after a cancelled emit", token).ConfigureAwait(false);
        expected.AddRange(good[1..3]);

        var enormous = AuditSamples.Full(new string('x', Enormous));
        if (await IsTakenAsync(store, enormous, token).ConfigureAwait(false)) expected.Add(enormous);
        await EmitGoodAsync(store, good[3], $"after an entry of {Enormous} bytes", token).ConfigureAwait(false);
        expected.Add(good[3]);
        if (store is IAuditBatchSink batch)
        {
            await Expect.ThrowsAsync<ArgumentException>(
                () => batch.EmitBatchAsync([good[7], null!], token), "emitting a batch with null in it")
                    .ConfigureAwait(false);
            await EmitGoodAsync(store, good[4], "after a refused batch", token).ConfigureAwait(false);
            expected.Add(good[4]);
        }
        await context.ExpectLogAsync(expected, "of what was not refused").ConfigureAwait(false);
    }

    static async ValueTask EmitGoodAsync(IAuditSink store, AuditEntry entry, string when, CancellationToken token)
    {
        try
        {
            await store.EmitAsync(entry, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StorageException or ArgumentException)
        {
            throw new ClauseViolationException($"a good entry {when}: expected success, got {e.GetType().Name}");
        }
    }

    static async ValueTask<bool> IsTakenAsync(IAuditSink store, AuditEntry entry, CancellationToken token)
    {
        try
        {
            await store.EmitAsync(entry, token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is StorageException or ArgumentException)
        {
            return false;
        }
    }
}
