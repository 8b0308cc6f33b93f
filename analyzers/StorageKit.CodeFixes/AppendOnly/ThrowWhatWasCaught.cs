using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1011: the clause ends with <c>throw new StorageException(StorageErrorKind.Backend, …, e);</c> in place of its last
/// <c>return</c>; what it logs stays.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ThrowWhatWasCaught()
    : SyntaxFix("Throw a StorageException", DiagnosticIds.FailureSwallowed)
{
    protected override SyntaxNode? Rewrite(FixSite site) =>
        site.Root.FindToken(site.Diagnostic.Location.SourceSpan.Start).Parent is CatchClauseSyntax clause
        && EndsPlainly(clause.Block)
            ? site.Replace(clause, Throwing(clause, site)) : null;

    /// <summary>No other way out than its end or a last return: those would still swallow.</summary>
    static bool EndsPlainly(BlockSyntax block) =>
        !block.DescendantNodes().Any(node =>
            node is ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax
            || (node is ReturnStatementSyntax && node != block.Statements.LastOrDefault()));

    static string NameFor(CatchClauseSyntax clause, FixSite site) =>
        clause.Declaration is { Identifier.ValueText: { Length: > 0 } given }
            ? given : site.Unused("e", clause.Block.SpanStart, clause.Block);

    static CatchClauseSyntax Throwing(CatchClauseSyntax clause, FixSite site)
    {
        var name = NameFor(clause, site);
        var declaration = clause.Declaration switch
        {
            null => SyntaxFactory.CatchDeclaration(SyntaxFactory.ParseTypeName(InScope("System", "Exception")))
                .WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia),
            var given => given,
        };
        if (declaration.Identifier.ValueText.Length == 0)
            declaration = declaration
                .WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier(name));
        var statement = SyntaxFactory.ParseStatement(
            $"throw new {InScope("StorageKit", "StorageException")}("
            + $"{InScope("StorageKit", "StorageErrorKind")}.Backend, "
            + $"\"The entry was not stored.\", {name});")
            .WithAdditionalAnnotations(Formatter.Annotation);
        var statements = clause.Block.Statements;
        statements = statements.LastOrDefault() is ReturnStatementSyntax last
            ? statements.Replace(last, statement.WithTriviaFrom(last))
            : statements.Add(statement.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed));
        return clause
            .WithCatchKeyword(clause.Declaration is null
                ? clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space) : clause.CatchKeyword)
            .WithDeclaration(declaration)
            .WithBlock(clause.Block.WithStatements(statements));

        string InScope(string space, string type) => site.NameInScope(clause.Block.SpanStart, space, type);
    }
}
