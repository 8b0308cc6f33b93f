using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Sql;

internal enum SqlTokenKind
{
    /// <summary>A plain word: keyword or identifier. Holes may be part of it, as in <c>audit_{0}</c>.</summary>
    Word,

    /// <summary><c>"x"</c>, <c>`x`</c> or <c>[x]</c>; never a keyword.</summary>
    QuotedName,

    /// <summary>A string of any form: <c>'x'</c>, <c>E'x'</c>, <c>N'x'</c>, <c>$tag$x$tag$</c>.</summary>
    String,
    Number,

    /// <summary><c>@p</c>, <c>:p</c>, <c>$1</c>, <c>?</c>.</summary>
    Parameter,

    /// <summary>Exactly one hole of an interpolated text, <c>{0}</c>.</summary>
    Hole,
    Punctuation,
}

/// <summary>One token of SQL text; white space and comments are not tokens.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, TextSpan Span)
{
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Hole;

    /// <summary>The name without its quotes.</summary>
    public string Name =>
        Kind == SqlTokenKind.QuotedName && Text.Length > 1 ? Text.Substring(1, Text.Length - 2) : Text;

    public bool Is(string keyword) =>
        Kind == SqlTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    public bool Is(char punctuation) => Kind == SqlTokenKind.Punctuation && Text[0] == punctuation;
}
