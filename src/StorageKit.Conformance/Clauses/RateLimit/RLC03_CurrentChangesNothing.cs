namespace StorageKit.Conformance.Clauses;

/// <summary>Current changes nothing: no key, no window, no expiry.</summary>
/// <remarks>A window that a read has opened or moved shows in that the increment's own, short one does not end. Where
/// the
/// harness counts keys, reading may not add one either.</remarks>
[Clause("RLC-03", "Current changes nothing: no key, no window, no expiry.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC03_CurrentChangesNothing : Clause<IRateLimitCounter>
{
    const int Reads = 100;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        for (var i = 1; i <= Reads; i++)
            await store.ExpectCurrentAsync("read", 0, $"of a fresh key, read {i} of {Reads}", token)
                .ConfigureAwait(false);
        if (context.Driver.Harness.Probe<IResourceProbe>() is { } probe)
        {
            var keys = await probe.CounterKeysAsync(context.Tenant, token).ConfigureAwait(false);
            Expect.Equal(0, keys, $"stored keys after {Reads} reads of a fresh key");
        }

        await store.ExpectIncrementAsync(
            "read", 1, CounterExpectations.ShortWindow, 1, "of a key that was only read before", token)
                .ConfigureAwait(false);
        await store.ExpectEndAsync("read", "reading the key opened a window before, or moves its end", token)
            .ConfigureAwait(false);
    }
}
