using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace StorageKit.CodeFixes;

/// <summary>
/// A fix that rewrites the tree its diagnostic is in, or offers nothing. All of a document, project or solution can be
/// fixed at once.
/// </summary>
/// <param name="title">What the light bulb says.</param>
/// <param name="ids">The rules whose diagnostics it fixes.</param>
internal abstract class SyntaxFix(string title, params string[] ids) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var site = new FixSite(root, model, diagnostic, context.CancellationToken);
            if (Rewrite(site) is { } changed)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        TitleOf(site), _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), TitleOf(site)),
                    diagnostic);
        }
    }

    /// <summary>The tree with the fault mended; null where no edit is right.</summary>
    protected abstract SyntaxNode? Rewrite(FixSite site);

    /// <summary>For a fix that does different things to different code; all of one title are fixed at once.</summary>
    protected virtual string TitleOf(FixSite site) => title;
}
