namespace StorageKit.Conformance;

/// <summary>Why the rest of a run is not worth its time: the driver hangs again and again, or what it stands on is not
/// there. Thread-safe.</summary>
/// <remarks>Each hang takes a clause's whole deadline, and the calls that it leaves behind keep threads and connections
/// from the clauses after it. A backend that is away costs a time-out for each.</remarks>
internal sealed class Breakdown
{
    internal const int Limit = 3;

    readonly Lock _lock = new();
    readonly List<string> _hangs = [];
    readonly List<string> _misses = [];
    string _trouble = "";

    /// <summary>Why nothing more is tried; null while it is.</summary>
    internal string? Reason
    {
        get
        {
            lock (_lock)
            {
                if (_hangs.Count >= Limit)
                    return $"not tried: the driver hung in {string.Join(", ", _hangs)}; repair these first";
                return _misses.Count >= Limit
                    ? $"not tried: it was the same in {string.Join(", ", _misses)} and nothing passed between: "
                      + _trouble
                    : null;
            }
        }
    }

    /// <summary>The driver hung in a clause.</summary>
    internal void Hung(string clause)
    {
        lock (_lock) _hangs.Add(clause);
    }

    /// <summary>A clause could not be tried for a trouble that the next may well have, too.</summary>
    internal void Missed(string clause, string trouble)
    {
        lock (_lock)
        {
            if (_trouble != trouble) _misses.Clear();
            _trouble = trouble;
            _misses.Add(clause);
        }
    }

    /// <summary>A clause passed that takes the backend.</summary>
    internal void Reached()
    {
        lock (_lock) _misses.Clear();
    }
}
