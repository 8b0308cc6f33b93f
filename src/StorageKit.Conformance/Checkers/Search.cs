using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>One run of <see cref="LinearizabilitySearch"/>.</summary>
sealed class Search<TModel, TState>
    where TModel : struct, ISequentialModel<TState>
    where TState : struct, IEquatable<TState>
{
    readonly TModel _model;
    readonly Operation[] _done;
    readonly Operation[] _unknown;
    readonly SearchMemory<TState> _memory;
    readonly List<int> _candidates = [];
    SearchNode<TState> _deepest;
    bool _windowExceeded;

    public Search(TModel model, IReadOnlyList<Operation> operations, SearchBudget budget)
    {
        _model = model;
        _done = [.. operations.Where(o => o.Outcome == Outcome.Ok).OrderBy(o => o.Call)];
        _unknown = [.. operations.Where(o => o.Outcome == Outcome.Unknown).OrderBy(o => o.Call)];
        _memory = new SearchMemory<TState>(budget);
        _deepest = new SearchNode<TState>(0, 0, 0, model.Initial);
    }

    public Verdict Run()
    {
        if (_unknown.Length > SearchNode<TState>.WindowSize)
        {
            return Verdict.Inconclusive(
                $"{_unknown.Length} operations have an unknown outcome and the search takes 64 a key; use more keys.");
        }

        _memory.Add(_deepest);
        while (_memory.TryTake(out var node))
        {
            if (node.First == _done.Length) return Verdict.Linearizable;
            if (node.Count > _deepest.Count) _deepest = node;
            Expand(node);
            if (_memory.Exhausted is { } limit)
                return Verdict.Inconclusive($"The search reached {limit}. Use more keys, or fewer callers or faults.");
        }

        return _windowExceeded
            ? Verdict.Inconclusive("More than 64 operations overlap one, the most the search sees. Use fewer callers.")
            : SearchWitness.Explain(_model, _deepest, _done, Candidates(_deepest, out _));
    }

    void Expand(SearchNode<TState> node)
    {
        var candidates = Candidates(node, out var limit);
        // Unknown operations first, so that they are taken last: most histories need few of them.
        for (var i = 0; i < _unknown.Length && _unknown[i].Call <= limit; i++)
        {
            if (node.HasUnknown(i) || !_model.TryStep(node.State, _unknown[i], out var next)) continue;
            // One that changes nothing need not have happened.
            if (!next.Equals(node.State)) _memory.Add(node.WithUnknown(i, next));
        }

        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (_model.TryStep(node.State, _done[candidates[i]], out var next))
                _memory.Add(node.With(candidates[i], next));
        }
    }

    /// <summary>The acknowledged operations that may come next: those that were called before any missing one had
    /// ended. The list is reused.</summary>
    /// <param name="node">The step.</param>
    /// <param name="limit">The earliest return of a missing operation.</param>
    List<int> Candidates(SearchNode<TState> node, out long limit)
    {
        limit = long.MaxValue;
        _candidates.Clear();
        for (var i = node.First; i < _done.Length && _done[i].Call <= limit; i++)
        {
            var inWindow = i - node.First < SearchNode<TState>.WindowSize;
            if (inWindow && node.Has(i)) continue;
            // One behind the window cannot be taken, but it still bounds what may come before it.
            limit = Math.Min(limit, _done[i].Return);
            if (inWindow) _candidates.Add(i);
            else _windowExceeded = true;
        }

        return _candidates;
    }
}
