using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AtomicCounter;

/// <summary>
/// SK2007: <c>field++</c> becomes <c>Interlocked.Increment(ref field)</c>, where the value stays the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UpdateFieldWithInterlocked()
    : SyntaxFix("Update it with Interlocked", DiagnosticIds.UnsynchronisedCounterField)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Innermost is ExpressionSyntax update
        && InterlockedUpdate.TryWrite(update, site.Model, site.CancellationToken) is { } replacement
            ? site.Replace(update, replacement) : null;
}
