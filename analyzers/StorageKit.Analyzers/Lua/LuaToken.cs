using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Lua;

internal enum LuaTokenKind
{
    /// <summary>Keyword or identifier; also a parameter of a prepared script, <c>@key</c>.</summary>
    Name,

    /// <summary>A string in quotes or long brackets; <see cref="LuaToken.Text"/> is what it says.</summary>
    String,
    Number,
    Punctuation,
}

/// <summary>One token of a script; white space and comments are not tokens.</summary>
internal readonly record struct LuaToken(LuaTokenKind Kind, string Text, TextSpan Span)
{
    public bool Is(string text) => Kind is LuaTokenKind.Name or LuaTokenKind.Punctuation && Text == text;
}
