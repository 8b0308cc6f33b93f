using System.Diagnostics;

namespace StorageKit.Conformance.Models;

/// <summary>Makes a sequence that fails as simple as it gets: fewer operations, and simpler arguments. In the end no
/// single operation can be left out, and no single choice made smaller, or it would not fail any more; unless time or
/// plays run out first.</summary>
/// <param name="playAsync">Plays one in a tenant of its own; gives its first wrong answer.</param>
internal sealed class Shrinker(Func<Sequence, ValueTask<Divergence?>> playAsync)
{
    const int MostPlays = 4000;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    readonly long _began = Stopwatch.GetTimestamp();
    int _plays;
    Sequence _best = null!;

    /// <summary>Finds a simpler sequence.</summary>
    /// <param name="failing">It failed.</param>
    /// <param name="index">At which operation.</param>
    internal async ValueTask<Sequence> ShrinkAsync(Sequence failing, int index)
    {
        _best = Cut(failing, index);
        while (await DropAsync().ConfigureAwait(false)
            | await LowerAllAlikeAsync().ConfigureAwait(false)
            | await LowerEachAsync().ConfigureAwait(false))
        {
            // What one way made simpler another may make simpler still.
        }
        return _best;
    }

    // Leaves operations out: half of them, a quarter, …, each single one.
    async ValueTask<bool> DropAsync()
    {
        var before = _best.Choices.Count;
        for (var count = Math.Max(1, before / 2); count > 0; count /= 2)
        {
            for (var index = _best.Choices.Count - count; index >= 0; index--)
            {
                if (index + count > _best.Choices.Count) continue;
                int[][] rest = [.. Values.Take(index), .. Values.Skip(index + count)];
                if (await AcceptAsync(rest).ConfigureAwait(false) || count > 1) continue;
                await DropAndLowerLastAsync(rest).ConfigureAwait(false);
            }
        }
        return _best.Choices.Count < before;
    }

    // The last operation shows what is wrong, often by a place or a number that each one before it moves by one.
    async ValueTask DropAndLowerLastAsync(int[][] rest)
    {
        if (rest.Length == 0) return;
        for (var place = 0; place < rest[^1].Length; place++)
        {
            for (var lower = 0; lower < rest[^1][place]; lower++)
            {
                int[] last = [.. rest[^1]];
                last[place] = lower;
                if (await AcceptAsync([.. rest[..^1], last]).ConfigureAwait(false)) return;
            }
        }
    }

    // One key for another wherever it stands: operations that have to meet go on meeting.
    async ValueTask<bool> LowerAllAlikeAsync()
    {
        var changed = false;
        (int Place, Choice Choice)[] alike =
        [
            .. _best.Choices.SelectMany(choices => choices.Select((choice, place) => (Place: place, Choice: choice)))
                .Where(one => one.Choice.Value > 0).GroupBy(one => one).Where(group => group.Count() > 1)
                .Select(group => group.Key),
        ];
        foreach (var (place, choice) in alike)
            for (var lower = 0; lower < choice.Value; lower++)
                if (await AcceptAsync([.. _best.Choices.Select(Replace(place, choice, lower))]).ConfigureAwait(false))
                {
                    changed = true;
                    break;
                }
        return changed;
    }

    async ValueTask<bool> LowerEachAsync()
    {
        var changed = false;
        for (var operation = 0; operation < _best.Choices.Count; operation++)
            for (var place = 0; operation < _best.Choices.Count && place < _best.Choices[operation].Count; place++)
                changed |= await LowerAsync(operation, place).ConfigureAwait(false);
        return changed;
    }

    async ValueTask<bool> LowerAsync(int operation, int place)
    {
        for (var lower = 0; lower < _best.Choices[operation][place].Value; lower++)
        {
            int[][] candidate = [.. Values];
            candidate[operation] = [.. candidate[operation]];
            candidate[operation][place] = lower;
            if (await AcceptAsync(candidate).ConfigureAwait(false)) return true;
        }
        return false;
    }

    async ValueTask<bool> AcceptAsync(int[][] operations)
    {
        var candidate = _best.Model.SequenceOf(operations.AsEnumerable<IReadOnlyList<int>>());
        if (candidate.Choices.Count == 0 || !IsSimpler(candidate, _best)) return false;
        if (_plays++ >= MostPlays || Stopwatch.GetElapsedTime(_began) > s_patience) return false;
        if (await playAsync(candidate).ConfigureAwait(false) is not { } divergence) return false;
        _best = Cut(candidate, divergence.Index);
        return true;
    }

    IEnumerable<int[]> Values => _best.Choices.Select(choices => choices.Select(choice => choice.Value).ToArray());

    static Func<IReadOnlyList<Choice>, int[]> Replace(int place, Choice old, int value) => choices =>
        [.. choices.Select((choice, at) => at == place && choice == old ? value : choice.Value)];

    // What comes after the wrong answer has nothing to do with it.
    static Sequence Cut(Sequence sequence, int index) => sequence.Model.SequenceOf(
        sequence.Choices.Take(index + 1).Select(choices => choices.Select(choice => choice.Value).ToArray()));

    // Fewer operations, else the first choice that differs is smaller: so shrinking comes to an end.
    static bool IsSimpler(Sequence candidate, Sequence than)
    {
        if (candidate.Choices.Count != than.Choices.Count) return candidate.Choices.Count < than.Choices.Count;
        var (left, right) = (Flat(candidate), Flat(than));
        return left.AsSpan().SequenceCompareTo(right) < 0;
    }

    static int[] Flat(Sequence sequence) =>
        [.. sequence.Choices.SelectMany(choices => choices).Select(choice => choice.Value)];
}
