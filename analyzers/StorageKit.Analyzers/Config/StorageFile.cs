using Microsoft.CodeAnalysis.Text;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>A <c>storage.toml</c> and everything that is wrong with it.</summary>
internal sealed class StorageFile
{
    // What the registry calls the file in a message; the diagnostic has its own place for it.
    const string FileName = "storage.toml";
    const int MaxLength = 1024 * 1024;

    /// <summary>Where the text is no TOML; then nothing else is known of it.</summary>
    public IReadOnlyList<Finding> SyntaxErrors { get; private init; } = [];

    /// <summary>What does not fit the drivers.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>The secrets that stand in the file itself.</summary>
    public IReadOnlyList<Finding> Secrets { get; private init; } = [];

    /// <param name="text">The file's text.</param>
    /// <param name="drivers">What the project's registry will have; null when it makes none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static StorageFile Read(SourceText text, Lazy<KnownDrivers?> drivers, CancellationToken cancellationToken)
    {
        // The registry refuses what is longer, and nobody edits such a file.
        if (text.Length > MaxLength) return new();
        if (!TomlDocument.TryParse(text.ToString(), FileName, out var document, out var errors))
            return new() { SyntaxErrors = [.. errors.Select(error => Of(error, text))] };
        if (drivers.Value is not { } known) return new();
        var notes = new ReadingNotes();
        var found = new FileReading(document, known, notes, cancellationToken).Read();
        var edits = new MissingEdits(text, document, known, notes);
        return new()
        {
            Findings = [.. found.Select(error => Finding.Of(error) is { Edit: not null } finding
                ? finding
                : new(error, edits.For(error)))],
            Secrets = [.. SecretsInFile.Of(FileName, document, notes)],
        };
    }

    static Finding Of(TomlError error, SourceText text) =>
        new(new(ConfigErrorKind.ParseError, FileName, error.Span.Start, error.Message)
        {
            Span = error.Span.Length > 0 ? error.Span : WordAt(error.Span.Start, text),
        });

    /// <summary>Something to underline where only a place is known.</summary>
    static TomlSpan WordAt(TextPosition start, SourceText text)
    {
        var end = start.Offset;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return new(start, new(end, start.Line, start.Column + end - start.Offset));
    }
}
