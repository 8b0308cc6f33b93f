using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Says where a search that found no order got stuck.</summary>
static class SearchWitness
{
    const int Shown = 3;

    public static Verdict Explain<TModel, TState>(
        TModel model, SearchNode<TState> deepest, Operation[] done, List<int> candidates)
        where TModel : struct, ISequentialModel<TState>
        where TState : struct, IEquatable<TState>
    {
        var stuck = candidates
            .Select(i => done[i])
            .Where(o => !model.TryStep(deepest.State, o, out _))
            .OrderBy(o => o.Return)
            .Take(Shown)
            .ToArray();
        return Verdict.Violation(
            Anomaly.NotLinearizable,
            name => $"no order explains all {done.Length} answers; the longest one takes {deepest.Count} and ends " +
                $"with {model.Describe(deepest.State)}, where there cannot be " +
                string.Join(" or ", stuck.Select(name)),
            stuck);
    }
}
