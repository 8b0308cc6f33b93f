using System.Globalization;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="IRateLimitCounter"/>.</summary>
internal sealed class CounterExercises(IRateLimitCounter store) : ContractExercises(store)
{
    const string Used = "used";
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    internal override IReadOnlyList<KeyedExercise> Keyed =>
    [
        new("IRateLimitCounter.IncrementAsync", async (key, token) =>
            await store.IncrementAsync(key, 1, s_window, token).ConfigureAwait(false)),
        new("IRateLimitCounter.CurrentAsync", async (key, token) =>
            await store.CurrentAsync(key, token).ConfigureAwait(false)),
        new("IRateLimitCounter.ResetAsync", (key, token) => store.ResetAsync(key, token)),
    ];

    protected override IReadOnlyList<Exercise> Members =>
        [.. Keyed.Select(member => new Exercise(member.Name, token => member.CallAsync(Used, token)))];

    protected override IReadOnlyList<Refusal> OtherRefusals =>
    [
        .. from window in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.MinValue }
           select new Refusal(
               $"IRateLimitCounter.IncrementAsync, window {window:c}", typeof(ArgumentOutOfRangeException),
               async token => await store.IncrementAsync(Used, 1, window, token).ConfigureAwait(false)),
    ];

    internal override async ValueTask SeedAsync(CancellationToken cancellationToken) =>
        await store.IncrementAsync(Used, 5, s_window, cancellationToken).ConfigureAwait(false);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var total = await store.CurrentAsync(Used, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"total {total}");
    }
}
