using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Roslyn;

/// <summary>Values as generated code writes them.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A name, with <c>@</c> where it is a keyword.</summary>
    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";
}
