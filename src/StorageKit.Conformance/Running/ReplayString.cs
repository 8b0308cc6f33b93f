namespace StorageKit.Conformance;

/// <summary>What a clause has to be given to do again what it did, in one printable word:
/// <c>SK1-GEN23-AgMAAQ…</c>. Immutable.</summary>
/// <remarks>Letters, digits, <c>-</c> and <c>_</c> only, so that it needs no quoting in a shell or a URL. It begins
/// with its version and ends with a checksum, so that what was mistyped is refused and not run.</remarks>
/// <param name="Clause">The clause's id: <c>GEN-23</c>.</param>
/// <param name="Seed">What its random choices come from.</param>
public sealed record ReplayString(string Clause, int Seed)
{
    /// <summary>The environment variable that makes a generated suite run this alone.</summary>
    public const string Variable = "STORAGEKIT_REPLAY";

    /// <summary>The choices to make again, after shrinking, where the clause recorded them; else empty, and the seed
    /// decides.</summary>
    internal IReadOnlyList<int> Choices { get; init; } = [];

    /// <summary>The string.</summary>
    public string Format() => ReplayCode.Write(this);

    /// <summary>Reads a string.</summary>
    /// <exception cref="FormatException">It is none, or not the one that was printed; the message says what is wrong.
    /// </exception>
    public static ReplayString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReplayCode.Read(text.Trim());
    }

    /// <summary>The string of <see cref="Variable"/>; null when it is not set.</summary>
    /// <exception cref="FormatException">It is set, but to something else.</exception>
    public static ReplayString? FromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return Parse(text);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{Variable}: {e.Message}", e);
        }
    }

    /// <summary>The string.</summary>
    public override string ToString() => Format();
}
