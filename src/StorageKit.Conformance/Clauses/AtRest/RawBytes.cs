namespace StorageKit.Conformance.Clauses;

/// <summary>Everything the backend kept at one moment.</summary>
/// <param name="places">One item for each place.</param>
internal sealed class RawBytes(IReadOnlyList<ReadOnlyMemory<byte>> places)
{
    /// <summary>Each place's bytes.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> Places => places;

    /// <summary>Whether the bytes stand together anywhere.</summary>
    internal bool Contains(ReadOnlySpan<byte> pattern)
    {
        foreach (var place in places)
            if (place.Span.IndexOf(pattern) >= 0)
                return true;
        return false;
    }
}
