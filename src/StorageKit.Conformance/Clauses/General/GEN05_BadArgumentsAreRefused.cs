using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>Null, a lone surrogate and a number out of its range are ArgumentExceptions without effect; every other key
/// is a key.</summary>
/// <remarks>That nothing is sent to the backend either is for the network lane, whose proxy counts bytes.</remarks>
[Clause(
    "GEN-05",
    "Null, a lone surrogate and a number out of its range are ArgumentExceptions without effect; "
    + "any other text is a key.")]
internal sealed class GEN05_BadArgumentsAreRefused : Clause
{
    static readonly string[] s_keys = ["", "\0", "a\0b", "🔑", " ", "../up", new('k', 1023)];

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var exercises in await ExerciseCatalog.SeedAsync(context.Stores, token).ConfigureAwait(false))
        {
            var before = await exercises.DescribeAsync(token).ConfigureAwait(false);
            foreach (var refusal in exercises.Refusals) await ExpectRefusedAsync(refusal, token).ConfigureAwait(false);
            var after = await exercises.DescribeAsync(token).ConfigureAwait(false);
            Expect.Equal(before, after, $"what is stored, after {exercises.Refusals.Count} refused calls");
            foreach (var member in exercises.Keyed)
                await Task.WhenAll(s_keys.Select(key => ExpectAcceptedAsync(member, key, token))).ConfigureAwait(false);
        }
    }

    static async ValueTask ExpectRefusedAsync(Refusal refusal, CancellationToken token)
    {
        var got = "but it succeeded";
        try
        {
            await refusal.CallAsync(token).ConfigureAwait(false);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            if (e.GetType().IsAssignableTo(refusal.Error)) return;
            got = $"got {Thrown.Name(e)}";
        }
        throw new ClauseViolationException($"{refusal.Name}: expected {refusal.Error.Name}, {got}");
    }

    static async Task ExpectAcceptedAsync(KeyedExercise member, string key, CancellationToken token)
    {
        try
        {
            await member.CallAsync(key, token).ConfigureAwait(false);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            throw new ClauseViolationException(
                $"{member.Name}, key {OddKeys.Name(key)}: a valid key, but got {Thrown.Name(e)}");
        }
    }
}
