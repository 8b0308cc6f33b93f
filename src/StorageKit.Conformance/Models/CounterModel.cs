using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>Counters whose windows outlast any sequence.</summary>
internal sealed class CounterModel : ContractModel<IRateLimitCounter, Dictionary<string, ulong>>
{
    static readonly ulong[] s_amounts = [0, 1, 2, 1000, 1ul << 31, 1ul << 53, 1ul << 63, ulong.MaxValue];
    static readonly TimeSpan[] s_windows = [TimeSpan.FromHours(1), TimeSpan.FromDays(400), TimeSpan.MaxValue];

    protected override Step<IRateLimitCounter, Dictionary<string, ulong>> Next(Random random)
    {
        var key = Pick(random, ModelKeys.Texts);
        return random.Next(10) switch
        {
            < 5 => Increment(key, Pick(random, s_amounts), Pick(random, s_windows)),
            < 8 => new(
                $"CurrentAsync({OddKeys.Name(key)})",
                totals => Answer.Of(totals.GetValueOrDefault(key)),
                async (store, _, token) => Answer.Of(await store.CurrentAsync(key, token).ConfigureAwait(false))),
            _ => new(
                $"ResetAsync({OddKeys.Name(key)})",
                totals =>
                {
                    totals.Remove(key);
                    return Answer.Done;
                },
                async (store, _, token) =>
                {
                    await store.ResetAsync(key, token).ConfigureAwait(false);
                    return Answer.Done;
                }),
        };
    }

    static Step<IRateLimitCounter, Dictionary<string, ulong>> Increment(
        string key, ulong amount, TimeSpan window) => new(
        string.Create(CultureInfo.InvariantCulture, $"IncrementAsync({OddKeys.Name(key)}, {amount}, {window:c})"),
        totals =>
        {
            var total = totals.GetValueOrDefault(key);
            totals[key] = total > ulong.MaxValue - amount ? ulong.MaxValue : total + amount;
            return Answer.Of(totals[key]);
        },
        async (store, _, token) =>
            Answer.Of(await store.IncrementAsync(key, amount, window, token).ConfigureAwait(false)));
}
