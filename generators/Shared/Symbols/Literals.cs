using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Roslyn;

/// <summary>Values as generated code writes them.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";
}
