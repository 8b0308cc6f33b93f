using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Records;

/// <summary>
/// SK3007: <c>catch (Exception e)</c> becomes <c>catch (Exception e) when (e is not OperationCanceledException)</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LetCancellationThrough()
    : SyntaxFix("Let a cancellation through", DiagnosticIds.CancellationIsLost)
{
    protected override SyntaxNode? Rewrite(FixSite site)
    {
        if (site.Root.FindToken(site.Diagnostic.Location.SourceSpan.Start)
                is not { Parent: CatchClauseSyntax clause } token
            || !token.IsKind(SyntaxKind.CatchKeyword)
            || clause.Filter is not null || IsOfCancellation(clause))
            return null;
        var position = clause.Block.SpanStart;
        var head = clause.Declaration;
        var name = head is { Identifier.ValueText: { Length: > 0 } given }
            ? given : site.Unused("e", position, clause.Block);
        var type = head?.Type.WithoutTrivia().ToString() ?? site.NameInScope(position, "System", "Exception");
        var cancelled = site.NameInScope(position, "System", nameof(OperationCanceledException));
        var written = ((TryStatementSyntax)SyntaxFactory.ParseStatement(
            $"try {{ }} catch ({type} {name}) when ({name} is not {cancelled}) {{ }}")).Catches[0];
        var end = (head?.CloseParenToken ?? clause.CatchKeyword).TrailingTrivia;
        return site.Replace(clause, written
            .WithCatchKeyword(written.CatchKeyword.WithLeadingTrivia(clause.CatchKeyword.LeadingTrivia))
            .WithFilter(written.Filter!.WithTrailingTrivia(end))
            .WithBlock(clause.Block));
    }

    /// <summary>What a clause for cancellations makes of them is for the author to settle.</summary>
    static bool IsOfCancellation(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.DescendantTokens().Any(token =>
            token.ValueText is nameof(OperationCanceledException) or nameof(TaskCanceledException)) ?? false;
}
