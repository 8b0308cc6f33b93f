using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A call with a token that is cancelled already ends with OperationCanceledException of that token, without
/// effect.</summary>
[Clause("GEN-06", "A token that is cancelled already gives OperationCanceledException with that token and no effect.")]
internal sealed class GEN06_CancelledCallHasNoEffect : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        using var source = new CancellationTokenSource();
        await source.CancelAsync().ConfigureAwait(false);
        foreach (var exercises in await ExerciseCatalog.SeedAsync(context.Stores, token).ConfigureAwait(false))
        {
            var before = await exercises.DescribeAsync(token).ConfigureAwait(false);
            foreach (var exercise in exercises.Valid)
            {
                var what = $"{exercise.Name} with a cancelled token";
                var thrown = await Expect
                    .ThrowsAsync<OperationCanceledException>(() => exercise.CallAsync(source.Token), what)
                    .ConfigureAwait(false);
                Expect.That(thrown.CancellationToken == source.Token, $"{what}: the exception has another token");
                var after = await exercises.DescribeAsync(token).ConfigureAwait(false);
                Expect.Equal(before, after, $"what is stored, after {what}");
            }
        }
    }
}
