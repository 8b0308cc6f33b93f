using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Checkers;

/// <summary>The steps that a search has seen and those it has still to take, within a budget.</summary>
sealed class SearchMemory<TState>(SearchBudget budget)
    where TState : struct, IEquatable<TState>
{
    const int SetOverhead = 12; // a hash, a link and a bucket for each entry
    const int Growth = 2;

    static readonly int s_nodeSize = Unsafe.SizeOf<SearchNode<TState>>();

    readonly HashSet<SearchNode<TState>> _seen = [];
    readonly Stack<SearchNode<TState>> _open = new();

    /// <summary>The budget that ran out; null while there is some left.</summary>
    public string? Exhausted { get; private set; }

    /// <summary>Remembers a step, to be taken if it is new. Does nothing when the budget is exhausted.</summary>
    public void Add(SearchNode<TState> node)
    {
        if (Exhausted is not null || _seen.Contains(node)) return;
        if (_seen.Count >= budget.Nodes) Exhausted = $"the budget of {budget.Nodes} steps";
        else if (BytesAfterAdd() > budget.Bytes) Exhausted = $"the budget of {budget.Bytes} bytes";
        if (Exhausted is not null) return;
        _seen.Add(node);
        _open.Push(node);
    }

    public bool TryTake(out SearchNode<TState> node) => _open.TryPop(out node);

    // While a table grows, the old and the new one are both there.
    long BytesAfterAdd() =>
        Bytes(_seen.Count, _seen.Capacity, s_nodeSize + SetOverhead) + Bytes(_open.Count, _open.Capacity, s_nodeSize);

    static long Bytes(long count, long capacity, long entry) =>
        count < capacity ? capacity * entry : (capacity + Math.Max(4, Growth * capacity)) * entry;
}
