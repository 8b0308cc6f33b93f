using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1008: a private <c>ConcurrentBag</c> becomes a <c>ConcurrentQueue</c>, with all its uses, where each of them has a
/// counterpart.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class KeepEntriesInQueue()
    : SyntaxFix("Keep them in a ConcurrentQueue", DiagnosticIds.ContainerLosesOrder)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Node is VariableDeclaratorSyntax field
        && new BagRewrite(site.Model, site.CancellationToken).TryWrite(field) is { } replacements
            ? site.Root.ReplaceNodes(replacements.Keys, (old, _) => replacements[old]) : null;
}
