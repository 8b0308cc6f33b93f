using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>SK1005: a stream that entries are added to gets no <c>maxLength</c>; other ways to shrink a key are for the
/// author to settle.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class KeepTheWholeStream() : SyntaxFix("Keep every entry", DiagnosticIds.RedisKeyShrinks)
{
    protected override SyntaxNode? Rewrite(FixSite site)
    {
        if (site.Innermost is not InvocationExpressionSyntax call
            || site.Model.GetSymbolInfo(call, site.CancellationToken).Symbol is not IMethodSymbol
                { Name: "StreamAdd" or "StreamAddAsync" })
            return null;
        var kept = call.ArgumentList.Arguments;
        for (var i = kept.Count - 1; i >= 0; i--)
            if (kept[i].NameColon?.Name.Identifier.Text is "maxLength" or "useApproximateMaxLength")
                kept = kept.RemoveAt(i);
        var changed = call.WithArgumentList(call.ArgumentList.WithArguments(kept));
        return kept.Count < call.ArgumentList.Arguments.Count && site.Bind(call, changed) is IMethodSymbol
            ? site.Replace(call, changed) : null;
    }
}
