namespace StorageKit.Toml;

/// <summary>A stretch of a text, from <see cref="Start"/> up to but not including <see cref="End"/>.</summary>
public readonly struct TomlSpan : IEquatable<TomlSpan>
{
    /// <summary>Creates a span.</summary>
    /// <param name="start">Its first place.</param>
    /// <param name="end">The place after its last character.</param>
    public TomlSpan(TextPosition start, TextPosition end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The first place of the span.</summary>
    public TextPosition Start { get; }

    /// <summary>The place after the span's last character.</summary>
    public TextPosition End { get; }

    /// <summary>How many UTF-16 code units the span covers.</summary>
    public int Length => End.Offset - Start.Offset;

    /// <inheritdoc/>
    public bool Equals(TomlSpan other) => Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TomlSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Start.GetHashCode() * 397) ^ End.GetHashCode();

    /// <summary>Whether both cover the same stretch.</summary>
    public static bool operator ==(TomlSpan left, TomlSpan right) => left.Equals(right);

    /// <summary>Whether they cover different stretches.</summary>
    public static bool operator !=(TomlSpan left, TomlSpan right) => !left.Equals(right);

    /// <summary>The span as <c>line:column-line:column</c>.</summary>
    public override string ToString() => $"{Start}-{End}";
}
