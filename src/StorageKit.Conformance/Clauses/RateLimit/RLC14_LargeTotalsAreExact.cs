namespace StorageKit.Conformance.Clauses;

/// <summary>Totals above 2^53 are exact.</summary>
/// <remarks>From there on a double no longer holds every integer; scripts and JSON numbers are doubles in many
/// backends.
/// </remarks>
[Clause("RLC-14", "Totals above 2^53 are exact.", Contract = typeof(IRateLimitCounter))]
internal sealed class RLC14_LargeTotalsAreExact : Clause<IRateLimitCounter>
{
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);
    static readonly int[] s_powers = [53, 54, 60, 62, 63];

    protected override async ValueTask CheckAsync(IRateLimitCounter store, ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var power in s_powers)
        {
            var key = $"2^{power}";
            var total = 1ul << power;
            await store.ExpectIncrementAsync(key, total, s_window, total, "on a fresh key", token)
                .ConfigureAwait(false);
            foreach (var amount in new ulong[] { 1, 1, 3 })
            {
                total += amount;
                await store.ExpectIncrementAsync(key, amount, s_window, total, $"at {total - amount}", token)
                    .ConfigureAwait(false);
                await store.ExpectCurrentAsync(key, total, $"above 2^{power}", token).ConfigureAwait(false);
            }
        }
    }
}
