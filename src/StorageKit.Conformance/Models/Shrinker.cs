namespace StorageKit.Conformance.Models;

/// <summary>Makes a sequence that fails shorter, by leaving operations out for as long as it still fails.</summary>
internal static class Shrinker
{
    const int MostReplays = 300;

    /// <summary>Finds a shorter sequence.</summary>
    /// <param name="sequence">It failed.</param>
    /// <param name="failsAsync">Whether one fails, in a tenant of its own.</param>
    internal static async ValueTask<Sequence> ShrinkAsync(Sequence sequence, Func<Sequence, ValueTask<bool>> failsAsync)
    {
        var replays = 0;
        for (var count = sequence.Texts.Count / 2; count > 0; count /= 2)
        {
            var index = 0;
            while (index + count <= sequence.Texts.Count && replays++ < MostReplays)
            {
                var shorter = sequence.Without(index, count);
                if (await failsAsync(shorter).ConfigureAwait(false)) sequence = shorter;
                else index += count;
            }
        }
        return sequence;
    }
}
