using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1008: a private <c>ConcurrentBag</c> becomes a <c>ConcurrentQueue</c>, with all its uses, where each of them has a
/// counterpart.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class KeepEntriesInQueue : CodeFixProvider
{
    const string Title = "Keep them in a ConcurrentQueue";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ContainerLosesOrder];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
            if (root.FindNode(diagnostic.Location.SourceSpan) is VariableDeclaratorSyntax field
                && new BagRewrite(model, context.CancellationToken).TryWrite(field) is { } replacements)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(
                            root.ReplaceNodes(replacements.Keys, (old, _) => replacements[old]))),
                        Title),
                    diagnostic);
    }
}
