using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>One thing that is wrong with a configuration. Holds no secret.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Position">Where in the file; null when it is about the whole file.</param>
/// <param name="Message">What is wrong. For an unknown driver, a missing section and a failed build it is the
/// reference's text.</param>
public sealed record ConfigError(ConfigErrorKind Kind, string File, TextPosition? Position, string Message)
{
    /// <summary>The contract's kind key, where the error is about one.</summary>
    public string? Contract { get; init; }

    /// <summary>The driver's name, where the error is about one.</summary>
    public string? Driver { get; init; }

    /// <summary>The names that would have been right, in ordinal order.</summary>
    public IReadOnlyList<string> Available { get; init; } = [];

    /// <summary>What to do, or null when the message says it.</summary>
    public string? Hint { get; init; }

    /// <summary>In what way it is wrong.</summary>
    internal ConfigFault Fault { get; init; }

    /// <summary>What stands at the place; null when only its start is known.</summary>
    internal TomlSpan? Span { get; init; }

    /// <summary>What to write instead; null when several things may have been meant, or nothing near.</summary>
    public ConfigFix? Fix { get; init; }

    /// <summary><c>file:line:column: message</c>, then what to do.</summary>
    public override string ToString()
    {
        var place = Position is { } position
            ? string.Create(CultureInfo.InvariantCulture, $"{File}:{position.Line}:{position.Column}")
            : File;
        return Hint is null ? $"{place}: {Message}" : $"{place}: {Message}; {Hint}";
    }
}
