using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// The full names of namespaces, each made once: rules ask for that of every call, and making one costs more than the
/// question. They go with the compilation.
/// </summary>
internal static class NamespaceNames
{
    static readonly ConditionalWeakTable<INamespaceSymbol, string> Names = new();

    /// <summary><c>System.IO</c>; empty for the global namespace.</summary>
    public static string FullName(this INamespaceSymbol symbol) =>
        Names.GetValue(symbol, static added => added.IsGlobalNamespace ? "" : added.ToDisplayString());
}
