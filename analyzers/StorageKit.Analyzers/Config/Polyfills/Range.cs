namespace System;

/// <summary>Lets netstandard2.0 code cut texts: <c>text[2..^1]</c>.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}
