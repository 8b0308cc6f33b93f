using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AtomicCounter;

/// <summary>
/// SK2007: <c>field++</c> becomes <c>Interlocked.Increment(ref field)</c>, where the value stays the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UpdateFieldWithInterlocked : CodeFixProvider
{
    const string Title = "Update it with Interlocked";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnsynchronisedCounterField];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax update
                && InterlockedUpdate.TryWrite(update, model, context.CancellationToken) is { } replacement)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Replace(update, replacement), Title), diagnostic);

        Task<Document> Replace(SyntaxNode old, SyntaxNode replacement) =>
            Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement)));
    }
}
