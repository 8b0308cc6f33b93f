namespace StorageKit.Conformance.Clauses;

/// <summary>A sample of the different runs of <see cref="Length"/> bytes in some data. Whether a run is in the sample
/// depends on its content alone, so the same bytes are found again wherever they move, and no layout has to be known.
/// </summary>
internal sealed class ByteWindows
{
    /// <summary>How many bytes a run has. Long enough that random bytes never repeat.</summary>
    internal const int Length = 32;

    const ulong OneOf = 16;
    const ulong Multiplier = 0x9E3779B97F4A7C15;
    readonly HashSet<ulong> _hashes;

    ByteWindows(HashSet<ulong> hashes) => _hashes = hashes;

    /// <summary>How many different runs there are, about.</summary>
    internal long Count => _hashes.Count * (long)OneOf;

    internal static ByteWindows Of(RawBytes data)
    {
        HashSet<ulong> hashes = [];
        foreach (var place in data.Places) Add(place.Span, hashes);
        return new(hashes);
    }

    /// <summary>Those that are not in the other sample.</summary>
    internal ByteWindows Except(ByteWindows other) => new([.. _hashes.Where(hash => !other._hashes.Contains(hash))]);

    /// <summary>Those that are in the other sample as well.</summary>
    internal ByteWindows Intersect(ByteWindows other) => new([.. _hashes.Where(other._hashes.Contains)]);

    // A rolling polynomial hash: the run's oldest byte goes out as the next one comes in.
    static void Add(ReadOnlySpan<byte> data, HashSet<ulong> hashes)
    {
        var oldest = 1ul;
        for (var i = 0; i < Length; i++) oldest = unchecked(oldest * Multiplier);
        var hash = 0ul;
        for (var i = 0; i < data.Length; i++)
        {
            hash = unchecked((hash * Multiplier) + data[i] + 1);
            if (i >= Length) hash = unchecked(hash - (oldest * (data[i - Length] + 1ul)));
            if (i >= Length - 1 && IsSampled(hash)) hashes.Add(hash);
        }
    }

    static bool IsSampled(ulong hash) => ((hash ^ (hash >> 32)) * Multiplier) >> 60 == 0;
}
