namespace StorageKit.Toml;

/// <summary>A place in a text. A byte order mark at the start of a file is not part of the text.</summary>
/// <remarks>
/// Offset and column count UTF-16 code units, as the C# compiler and the language server protocol do: a tab is one,
/// a character outside the basic plane is two.
/// </remarks>
public readonly struct TextPosition : IEquatable<TextPosition>
{
    /// <summary>Creates a position.</summary>
    /// <param name="offset">UTF-16 code units from the start of the text, 0-based.</param>
    /// <param name="line">The line, 1-based.</param>
    /// <param name="column">UTF-16 code units from the start of the line, 1-based.</param>
    public TextPosition(int offset, int line, int column)
    {
        Offset = offset;
        Line = line;
        Column = column;
    }

    /// <summary>UTF-16 code units from the start of the text, 0-based.</summary>
    public int Offset { get; }

    /// <summary>The line, 1-based.</summary>
    public int Line { get; }

    /// <summary>UTF-16 code units from the start of the line, 1-based.</summary>
    public int Column { get; }

    /// <inheritdoc/>
    public bool Equals(TextPosition other) => Offset == other.Offset && Line == other.Line && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextPosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Offset * 397) ^ Line;

    /// <summary>Whether both are the same place.</summary>
    public static bool operator ==(TextPosition left, TextPosition right) => left.Equals(right);

    /// <summary>Whether they are different places.</summary>
    public static bool operator !=(TextPosition left, TextPosition right) => !left.Equals(right);

    /// <summary>The position as <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
