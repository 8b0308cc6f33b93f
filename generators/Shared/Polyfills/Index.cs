namespace System;

/// <summary>Lets netstandard2.0 code use list patterns and <c>^1</c>.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
