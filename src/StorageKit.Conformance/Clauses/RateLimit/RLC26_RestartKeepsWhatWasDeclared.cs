using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A restart keeps the count, or drops it where the driver declares ProcessLocal.</summary>
[Clause(
    "RLC-26", "A restart, by closing or killing, keeps the count, or drops it where the driver declares ProcessLocal.",
    Contract = typeof(IRateLimitCounter), Lane = Lane.Crash)]
internal sealed class RLC26_RestartKeepsWhatWasDeclared : Clause<IRateLimitCounter>
{
    const ulong Counted = 5;

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        const string Key = "closed";
        await store.IncrementAsync(Key, Counted, TimeSpan.FromHours(1), context.CancellationToken)
            .ConfigureAwait(false);
        var isProcessLocal = context.Driver.StoreOf(typeof(IRateLimitCounter))!.ProcessLocal;
        await context.ReopenAsync().ConfigureAwait(false);
        Expect.Equal(
            isProcessLocal ? 0 : Counted,
            await context.Stores.Get<IRateLimitCounter>().CurrentAsync(Key, context.CancellationToken)
                .ConfigureAwait(false),
            $"total after closing and opening again{(isProcessLocal ? " a driver that declares ProcessLocal" : "")}");
        if (isProcessLocal) return; // What closing drops, killing cannot keep.
        context.RequireChild();
        await context.KillAtAcknowledgesAsync(nameof(CountUp)).ConfigureAwait(false);
    }
}
