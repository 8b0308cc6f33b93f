namespace StorageKit.Conformance.Faults;

/// <summary>How many bytes went each way, and at which of them something new was said. Thread-safe.</summary>
internal sealed class Conversation
{
    readonly Lock _lock = new();
    readonly List<long>[] _begins = [[], []];
    readonly long[] _lengths = new long[2];

    /// <summary>Bytes in this direction.</summary>
    internal long Length(Direction direction)
    {
        lock (_lock) return _lengths[(int)direction];
    }

    /// <summary>After how many bytes to cut, so that the cut falls before and after every message and into it at
    /// several places; ascending, each less than the length.</summary>
    /// <param name="direction">The direction.</param>
    /// <param name="spread">How many places, evenly, besides the borders of messages.</param>
    internal IReadOnlyList<long> Cuts(Direction direction, int spread)
    {
        lock (_lock)
        {
            var length = _lengths[(int)direction];
            var even = Enumerable.Range(0, spread).Select(i => length * i / spread);
            return [.. _begins[(int)direction].Concat(even).Append(length - 1)
                .Where(cut => cut >= 0 && cut < length).Distinct().Order()];
        }
    }

    internal void Add(Direction direction, int bytes)
    {
        lock (_lock)
        {
            _begins[(int)direction].Add(_lengths[(int)direction]);
            _lengths[(int)direction] += bytes;
        }
    }
}
