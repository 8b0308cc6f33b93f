using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>Counters. Where no time goes by, their windows outlast any sequence.</summary>
internal sealed class CounterModel : ContractModel<IRateLimitCounter, CounterTotals>
{
    static readonly ulong[] s_amounts = [1, 0, 2, 1000, 1ul << 31, 1ul << 53, 1ul << 63, ulong.MaxValue];
    static readonly TimeSpan[] s_windows = [TimeSpan.FromHours(1), TimeSpan.FromDays(400), TimeSpan.MaxValue];
    static readonly TimeSpan[] s_shortWindows =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), TimeSpan.MaxValue];

    protected override Step<IRateLimitCounter, CounterTotals> Next(Choices choices)
    {
        var kind = choices.Next(10);
        var key = choices.Pick(ModelKeys.Texts);
        return kind switch
        {
            < 5 => Increment(key, choices.Pick(s_amounts), choices.Pick(IsTimed ? s_shortWindows : s_windows)),
            < 8 => new(
                $"CurrentAsync({OddKeys.Name(key)})",
                totals => Answer.Of(totals.Current(key)),
                async (store, _, token) => Answer.Of(await store.CurrentAsync(key, token).ConfigureAwait(false))),
            _ => new(
                $"ResetAsync({OddKeys.Name(key)})",
                totals =>
                {
                    totals.Reset(key);
                    return Answer.Done;
                },
                async (store, _, token) =>
                {
                    await store.ResetAsync(key, token).ConfigureAwait(false);
                    return Answer.Done;
                }),
        };
    }

    protected override void Pass(CounterTotals state, TimeSpan by) => state.Pass(by);

    static Step<IRateLimitCounter, CounterTotals> Increment(string key, ulong amount, TimeSpan window) => new(
        string.Create(CultureInfo.InvariantCulture, $"IncrementAsync({OddKeys.Name(key)}, {amount}, {window:c})"),
        totals => Answer.Of(totals.Increment(key, amount, window)),
        async (store, _, token) =>
            Answer.Of(await store.IncrementAsync(key, amount, window, token).ConfigureAwait(false)));
}
