using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>Places times on an axis of 0 to 100 percent. A long time in which no operation runs is cut out, else what
/// lies far apart would be too small to see.</summary>
internal sealed class TimelineScale
{
    const double WidestBreak = 3;
    const double MostForBreaks = 40;
    const double LongestGap = 0.15; // of the time in which something runs

    readonly List<(long Start, long End, double From, double To)> _segments = [];

    internal TimelineScale(IReadOnlyList<Operation> operations)
    {
        var busy = Busy(operations);
        (Start, End) = (busy[0].Start, busy[^1].End);
        var running = busy.Sum(part => Math.Max(1, part.End - part.Start));
        var parts = new List<(long Start, long End)> { busy[0] };
        foreach (var part in busy.Skip(1))
            if (part.Start - parts[^1].End > Math.Max(1, running * LongestGap)) parts.Add(part);
            else parts[^1] = (parts[^1].Start, part.End);
        var drawn = parts.Sum(part => Math.Max(1, part.End - part.Start));
        // However many there are, most of the width is for what is drawn.
        var breakWidth = Math.Min(WidestBreak, MostForBreaks / Math.Max(1, parts.Count - 1));
        var unit = (100 - (breakWidth * (parts.Count - 1))) / drawn;
        var x = 0.0;
        foreach (var (start, end) in parts)
        {
            if (_segments.Count > 0) x += breakWidth;
            var width = Math.Max(1, end - start) * unit;
            _segments.Add((start, end, x, x + width));
            x += width;
        }
    }

    internal long Start { get; }

    internal long End { get; }

    internal bool HasBreaks => _segments.Count > 1;

    /// <summary>Where the cut-out times are, in percent.</summary>
    internal IEnumerable<(double From, double To)> Breaks =>
        _segments.Zip(_segments.Skip(1), (before, after) => (before.To, after.From));

    /// <summary>The parts that are drawn to scale.</summary>
    internal IReadOnlyList<(long Start, long End, double From, double To)> Segments => _segments;

    /// <summary>The place of a time, in percent; a time before or after what is drawn is at the edge.</summary>
    internal double At(long time)
    {
        if (time <= Start) return 0;
        foreach (var (start, end, from, to) in _segments)
        {
            if (time < start) return from;
            if (time <= end) return from + ((to - from) * (time - start) / Math.Max(1, end - start));
        }
        return 100;
    }

    static List<(long Start, long End)> Busy(IReadOnlyList<Operation> operations)
    {
        var busy = new List<(long Start, long End)>();
        foreach (var operation in operations.OrderBy(operation => operation.Call))
        {
            // One that never returned runs on to the edge; it tells nothing about where the edge is.
            var end = operation.Return == Operation.Never ? operation.Call : operation.Return;
            if (busy.Count > 0 && operation.Call <= busy[^1].End)
                busy[^1] = (busy[^1].Start, Math.Max(busy[^1].End, end));
            else busy.Add((operation.Call, end));
        }
        return busy;
    }
}
