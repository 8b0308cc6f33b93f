using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
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
internal sealed class ThrowWhatWasCaught : CodeFixProvider
{
    const string Title = "Throw a StorageException";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.FailureSwallowed];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is CatchClauseSyntax clause
                && EndsPlainly(clause.Block))
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(
                            root.ReplaceNode(clause, Throwing(clause, model)))),
                        Title),
                    diagnostic);
    }

    /// <summary>No other way out than its end or a last return: those would still swallow.</summary>
    static bool EndsPlainly(BlockSyntax block) =>
        !block.DescendantNodes().Any(node =>
            node is ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax
            || (node is ReturnStatementSyntax && node != block.Statements.LastOrDefault()));

    static string NameFor(CatchClauseSyntax clause, SemanticModel model)
    {
        if (clause.Declaration is { Identifier.ValueText: { Length: > 0 } given })
            return given;
        var taken = new HashSet<string>(
            model.LookupSymbols(clause.Block.SpanStart).Select(symbol => symbol.Name)
                .Concat(clause.Block.DescendantTokens().Select(token => token.ValueText)),
            StringComparer.Ordinal);
        var name = "e";
        while (taken.Contains(name))
            name += "x";
        return name;
    }

    static CatchClauseSyntax Throwing(CatchClauseSyntax clause, SemanticModel model)
    {
        var name = NameFor(clause, model);
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
            $"throw new {InScope("StorageKit", "StorageException")}({InScope("StorageKit", "StorageErrorKind")}.Backend, "
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

        string InScope(string space, string type) =>
            model.LookupNamespacesAndTypes(clause.Block.SpanStart, name: type).IsEmpty
                ? $"global::{space}.{type}" : type;
    }
}
