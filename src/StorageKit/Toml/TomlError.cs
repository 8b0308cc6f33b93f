namespace StorageKit.Toml;

/// <summary>One thing that is wrong in a TOML text, where it is, and what to do about it.</summary>
/// <remarks>
/// A message names keys and kinds of tokens. It never repeats the text of a value, because that may be a secret.
/// </remarks>
public sealed class TomlError
{
    /// <summary>Creates an error.</summary>
    /// <param name="fileName">The file as its reader named it.</param>
    /// <param name="span">The stretch of the text that is wrong; empty when the error is about one place.</param>
    /// <param name="message">What is wrong and what to do, without position.</param>
    public TomlError(string fileName, TomlSpan span, string message)
    {
        FileName = fileName;
        Span = span;
        Message = message;
    }

    /// <summary>The file as its reader named it.</summary>
    public string FileName { get; }

    /// <summary>The stretch of the text that is wrong; empty when the error is about one place.</summary>
    public TomlSpan Span { get; }

    /// <summary>The line of the error, 1-based.</summary>
    public int Line => Span.Start.Line;

    /// <summary>The column of the error in UTF-16 code units, 1-based.</summary>
    public int Column => Span.Start.Column;

    /// <summary>What is wrong and what to do, without position.</summary>
    public string Message { get; }

    /// <summary>The error as <c>file:line:column: message</c>.</summary>
    public override string ToString() => $"{FileName}:{Line}:{Column}: {Message}";
}
