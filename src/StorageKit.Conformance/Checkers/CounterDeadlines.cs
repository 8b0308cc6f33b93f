using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Answers by when a total must have been reached.</summary>
sealed class CounterDeadlines
{
    readonly ulong[] _totals;
    readonly Operation[] _firstToEnd; // of the operations from this index on, the one that ended first

    public CounterDeadlines(CounterHistory history)
    {
        _firstToEnd = [.. history.Increments, .. history.Observations];
        _totals = Array.ConvertAll(_firstToEnd, CounterHistory.Total);
        Array.Sort(_totals, _firstToEnd);
        for (var i = _firstToEnd.Length - 2; i >= 0; i--)
            if (_firstToEnd[i + 1].Return < _firstToEnd[i].Return) _firstToEnd[i] = _firstToEnd[i + 1];
    }

    /// <summary>Of the operations that stand at or above a total, the one that ended first. There must be
    /// one.</summary>
    public Operation FirstToSee(ulong total)
    {
        var (low, high) = (0, _totals.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_totals[middle] < total) low = middle + 1;
            else high = middle;
        }

        return _firstToEnd[low];
    }
}
