using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>Something that is wrong with a file, as the registry says it, and the edit that mends it.</summary>
/// <param name="Error">What is wrong, and where.</param>
/// <param name="Edit">The change of the text; null where the author has to decide.</param>
internal sealed record Finding(ConfigError Error, FileEdit? Edit = null)
{
    /// <summary>An error, with what should stand in its place when that is known.</summary>
    public static Finding Of(ConfigError error) => new(
        error,
        error.Fix is { Span: var span, Replacement: var text }
            ? new(new(TextSpan.FromBounds(span.Start.Offset, span.End.Offset), text), $"Write {text}")
            : null);

    public Diagnostic At(string path, DiagnosticDescriptor rule)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (Edit is not null)
            properties = TextEdit.Write(Edit.Change.Span, Edit.Change.NewText!).Add(TextEdit.Title, Edit.Title);
        var message = Error.Hint is null ? Error.Message : $"{Error.Message}; {Error.Hint}";
        return Diagnostic.Create(rule, Place(path), properties, message);
    }

    Location Place(string path)
    {
        var start = Error.Position ?? new(0, 1, 1);
        var end = Error.Span is { } span && span.Start == start ? span.End : start;
        return Location.Create(
            path, TextSpan.FromBounds(start.Offset, end.Offset), new LinePositionSpan(Of(start), Of(end)));
    }

    static LinePosition Of(TextPosition position) => new(position.Line - 1, position.Column - 1);
}

/// <summary>A change of the file, and what the light bulb calls it.</summary>
internal sealed record FileEdit(TextChange Change, string Title);
